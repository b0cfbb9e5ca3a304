import { describe, it } from '@jest/globals'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { slowModules, wantedModules } from '../../scripts/test-tools.mjs'

/** Absolute path of a command on PATH, or `null`. */
export function which(command: string): string | null {
  const directories = (process.env['PATH'] ?? '').split(path.delimiter)
  return directories.map(directory => path.join(directory, command)).find(executable) ?? null
}

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * `describe`, for tests that need these commands: without them a failure in CI and a visible skip elsewhere. A tool that
 * takes minutes to compile fails CI only where the run asks for it (BANTAM_TEST_TOOLS=all).
 */
export function describeWith(commands: readonly string[], name: string, body: () => void): void {
  const missing = commands.filter(command => which(command) === null)
  if (missing.length === 0) return void describe(name, body)
  const told = `${name} (needs ${missing.join(', ')})`
  const optional = Object.keys(slowModules).filter(name => !(name in wantedModules(process.env)))
  if (process.env['CI'] === undefined || missing.every(name => optional.includes(name)))
    return void describe.skip(told, body)
  describe(told, () => {
    // oxlint-disable-next-line jest/expect-expect -- throwing is the point
    it('finds its tools', () => {
      throw new Error(`${missing.join(', ')} must be on PATH in CI: scripts/test.mjs installs it.`)
    })
  })
}
