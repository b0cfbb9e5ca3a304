import * as v from 'valibot'
import { type Clause, clause } from '../clause.ts'
import { parseJson } from '../declare/parse-json.ts'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import { isDockerHub } from './address.ts'
import type { Login } from './docker-config.ts'

const Answer = v.object({ Username: v.string(), Secret: v.string() })

const TIMEOUT_MS = 30_000

/** Why a place gave no login. */
export interface Complaint {
  readonly clause: Clause
  /** Whether a push must not go on without what that place may hold. */
  readonly isGrave: boolean
}

export interface Asking {
  readonly complain: (complaint: Complaint) => void
  /** How long a helper may take; 30 s by default. */
  readonly helperMs?: number
}

/**
 * Asks `docker-credential-<name>` for a login; `null` if it has none. A helper that fails causes a complaint.
 * https://github.com/docker/docker-credential-helpers#development
 */
export async function askHelper(
  host: Host,
  name: string,
  registry: string,
  { complain: complainTo, helperMs = TIMEOUT_MS }: Asking,
): Promise<Login | null> {
  const command = `docker-credential-${name}`
  const complain = (reason: string, isGrave = false) => {
    complainTo({ clause: clause`${command} gave no login for ${registry}: ${reason}`, isGrave })
    return null
  }
  // The name becomes a command, and it comes from a file that can be part of the checkout.
  if (!/^[\w.-]+$/.test(name)) return complain('that is not a name of a helper')
  const finished = await start(
    host,
    command,
    isDockerHub(registry) ? 'https://index.docker.io/v1/' : registry,
    helperMs,
  )
  if (finished === null) return complain('it is not on PATH')
  if (finished.timedOut) return complain(`it did not answer within ${helperMs / 1000} s`, true)
  if (finished.exitCode !== 0)
    return /credentials not found/i.test(finished.stdout)
      ? null
      : complain(`it ended with exit code ${finished.exitCode}`)
  const answer = v.safeParse(Answer, parseJson(finished.stdout))
  if (!answer.success) return complain('its answer is not the JSON that docker expects')
  const { Username: username, Secret: password } = answer.output
  if (password === '') return null
  return username === '<token>'
    ? { kind: 'identity-token', identityToken: password }
    : { kind: 'password', username, password }
}

async function start(
  host: Host,
  command: string,
  server: string,
  timeoutMs: number,
): Promise<Finished | null> {
  try {
    return await run(host, command, ['get'], {
      env: childEnvironment(host, 'credential helper'),
      input: server,
      timeoutMs,
      maxOutput: 64 * 1024,
    })
  } catch (error) {
    if (error instanceof Failure && error.code === 'missing-tool') return null
    throw error
  }
}
