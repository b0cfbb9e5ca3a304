import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import { isDockerHub } from './address.ts'
import type { Login } from './docker-config.ts'

const Answer = v.object({ Username: v.string(), Secret: v.string() })

const TIMEOUT_MS = 30_000

/**
 * Asks `docker-credential-<name>` for a login; `null` if it has none. A helper that fails causes a warning.
 * https://github.com/docker/docker-credential-helpers#development
 */
export async function askHelper(host: Host, name: string, registry: string): Promise<Login | null> {
  const command = `docker-credential-${name}`
  const complain = (reason: string) => {
    host.log.warning(`${command} gave no login for ${registry}: ${reason}.`)
    return null
  }
  // The name becomes a command, and it comes from a file that can be part of the checkout.
  if (!/^[\w.-]+$/.test(name)) return complain('that is not a name of a helper')
  const finished = await start(
    host,
    command,
    isDockerHub(registry) ? 'https://index.docker.io/v1/' : registry,
  )
  if (finished === null) return complain('it is not on PATH')
  if (finished.timedOut) return complain(`it did not answer within ${TIMEOUT_MS / 1000} s`)
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

async function start(host: Host, command: string, server: string): Promise<Finished | null> {
  try {
    return await run(host, command, ['get'], {
      env: childEnvironment(host, 'credential helper'),
      input: server,
      timeoutMs: TIMEOUT_MS,
      maxOutput: 64 * 1024,
    })
  } catch (error) {
    if (error instanceof Failure && error.code === 'missing-tool') return null
    throw error
  }
}
