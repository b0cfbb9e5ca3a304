import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { IsolationWay } from '../../src/isolation/isolation.ts'
import type { PackOutcome } from '../../src/pack/outcome.ts'
import { realUpx } from './broken-packers.ts'
import type { ProveProcessRequest } from './prove-process.ts'

const NOBODY = 65534

/** Packs and proves in a Node of its own, as somebody else. */
export async function proveBy(
  prefix: readonly string[],
  way: IsolationWay | null,
  linked: string,
  othersCode = false,
): Promise<{ readonly way: IsolationWay; readonly outcome: PackOutcome }> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-prove-'))
  if (process.getuid?.() === 0) chownSync(directory, NOBODY, NOBODY)
  const script = path.join(import.meta.dirname, 'prove-process.ts')
  const [command, ...args] = [...prefix, process.execPath, script] as const
  const env = { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' }
  const child = spawn(command, args, { cwd: directory, env, stdio: 'pipe' })
  const request: ProveProcessRequest = { directory, linked, upx: realUpx(), way, othersCode }
  child.stdin.end(JSON.stringify(request))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as { way: IsolationWay; outcome: PackOutcome }
}

/** Where an ordinary user's namespaces are restricted, as on hosted runners: `unshare` is only good for root. In a mount namespace of its own. */
export function withoutUserNamespaces(prefix: readonly string[]): readonly string[] {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-unshare-'))
  chmodSync(directory, 0o755)
  const wrapper = path.join(directory, 'unshare')
  writeFileSync(wrapper, `#!/bin/sh\n[ "$(id -u)" = 0 ] || exit 1\nexec ${directory}/real "$@"\n`, {
    mode: 0o755,
  })
  const hide =
    'cp /usr/bin/unshare "$1/real" && mount --bind "$1/unshare" /usr/bin/unshare && shift && exec "$@"'
  return ['unshare', '--mount', '--', 'sh', '-c', hide, 'sh', directory, ...prefix]
}
