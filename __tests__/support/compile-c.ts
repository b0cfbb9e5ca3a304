import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Compiles `__tests__/fixtures/<name>/main.c`, or the `main.c` of a folder, with the system's compiler: a static executable. */
export function compileC(nameOrFolder: string): string {
  const folder = path.resolve(import.meta.dirname, '..', 'fixtures', nameOrFolder)
  const executable = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-c-')), path.basename(folder))
  execFileSync('gcc', ['-Os', '-static', '-s', '-o', executable, path.join(folder, 'main.c')])
  return executable
}
