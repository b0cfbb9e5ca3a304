import { afterAll } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** What Go's own debug/elf, debug/gosym and debug/buildinfo say of a file; addresses are decimal strings. */
export interface OracleAnswer {
  readonly Machine: number
  readonly Type: number
  readonly Entry: string
  readonly Sections: readonly {
    readonly Name: string
    readonly Type: number
    readonly Flags: string
    readonly Address: string
    readonly Offset: number
    readonly Size: number
  }[]
  readonly Segments: readonly {
    readonly Type: number
    readonly Flags: number
    readonly Offset: number
    readonly FileSize: number
    readonly Address: string
    readonly MemorySize: string
  }[]
  readonly Libraries: readonly string[] | null
  readonly Functions: readonly string[] | null
  readonly BuildInfo: {
    readonly GoVersion: string
    readonly Path: string
    readonly Main: { readonly Path: string; readonly Version: string }
    readonly Deps: readonly { readonly Path: string; readonly Version: string; readonly Sum: string }[] | null
    readonly Settings: readonly { readonly Key: string; readonly Value: string }[] | null
  } | null
}

/** Of the test file that uses this. */
const ROOT = mkdtempSync(path.join(tmpdir(), 'bantam-oracle-'))

afterAll(() => rmSync(ROOT, { recursive: true }))

/** Builds the oracle once; what it gives asks it. */
export async function buildElfOracle(): Promise<(file: string) => Promise<OracleAnswer>> {
  const run = promisify(execFile)
  const oracle = path.join(mkdtempSync(path.join(ROOT, 'built-')), 'oracle')
  const source = path.join(import.meta.dirname, '..', 'fixtures', 'elf-oracle')
  // As the other programs of the tests, so that they share the compiled standard library.
  const env = { ...process.env, CGO_ENABLED: '0', GOGC: '800' }
  await run('go', ['build', '-trimpath', '-buildvcs=false', '-o', oracle, '.'], { cwd: source, env })
  return async file => {
    const { stdout } = await run(oracle, [file], { maxBuffer: 64 * 1024 * 1024 })
    return JSON.parse(stdout) as OracleAnswer
  }
}
