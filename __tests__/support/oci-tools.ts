import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Environment } from '../../src/host/host.ts'

/** Runs a tool to its end and gives its stdout; what it says on stderr is part of the error when it fails. */
export function tool(command: string, args: readonly string[], env: Environment = {}): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The image's root as files, by umoci; removed when `use` ends. `layout` is a directory and a tag: `/x/layout:latest`. */
export function withBundle<Result>(layout: string, use: (bundle: string) => Result): Result {
  const parent = mkdtempSync(path.join(tmpdir(), 'bantam-bundle-'))
  const bundle = path.join(parent, 'bundle')
  try {
    tool('umoci', ['unpack', '--image', layout, bundle])
    return use(bundle)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}
