import { existsSync } from 'node:fs'
import path from 'node:path'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import { childEnvironment } from '../host/child-environment.ts'
import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { onPath } from '../host/on-path.ts'
import { run } from '../host/process.ts'
import { Failure, reasonText } from '../failure.ts'
import { semverOfGo } from './go-version.ts'

/** An installed Go, and what it reports about itself. */
export interface InstalledGo {
  /** `go1.26.8` */
  readonly version: string
  /** The same as semver. */
  readonly semver: string
  readonly command: string
  readonly goroot: string
  /** GOMODCACHE, where it stores the toolchains that it downloaded. */
  readonly modcache: string
}

/**
 * The Go in PATH itself, and not one that GOTOOLCHAIN or a go.mod would switch to. `null` if there is none that works.
 */
export async function goOnPath(host: Host, workingDirectory: string): Promise<InstalledGo | null> {
  const command = onPath(host, 'go')
  if (command === null) return null
  const asked = await askGo(host, command, 'local', workingDirectory)
  if (asked.ok) return asked.value
  host.log.warning(`The Go on PATH, ${command}, is skipped: ${asked.problem}.`)
  return null
}

const LONGEST_MS = 10 * 60 * 1000

/** Queries the toolchain that `GOTOOLCHAIN=toolchain` names. If it is missing, `go` downloads and verifies it. */
export async function askGo(
  host: Host,
  command: string,
  toolchain: string,
  workingDirectory: string,
): Promise<Parsed<InstalledGo>> {
  const finished = await run(host, command, ['env', 'GOVERSION', 'GOROOT', 'GOMODCACHE'], {
    cwd: workingDirectory,
    env: childEnvironment(host, 'go', { GOTOOLCHAIN: toolchain }),
    timeoutMs: LONGEST_MS,
  }).catch((cause: unknown) => problem(cause instanceof Failure ? reasonText(cause) : errorMessage(cause)))
  if ('ok' in finished) return finished
  const { exitCode, stdout, stderr } = finished
  if (exitCode !== 0) return problem(`go env failed: ${lastLine(stderr) || `exit code ${exitCode}`}`)
  const [version = '', goroot = '', modcache = ''] = stdout.split('\n')
  // A build from Go's main branch reports `devel go1.28-abcdef`.
  const name = version.split(' ').find(word => word.startsWith('go')) ?? ''
  const semver = semverOfGo(name)
  if (semver === null || goroot === '') return problem('it does not print its version')
  return parsed({ version: name, semver, command: commandOf(goroot, command), goroot, modcache })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

/**
 * A command of the toolchain itself, and not of the program that started it: the shim of a version manager would choose
 * a version again each time.
 */
function commandOf(goroot: string, command: string): string {
  const own = path.join(goroot, 'bin', 'go')
  return existsSync(own) ? own : command
}
