import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** A line, or a file by its name and head, and the tags that are set. */
export type ConstraintQuestion = { readonly Tags: readonly string[] } & (
  { readonly Line: string } | { readonly Name: string; readonly Head: string }
)

/** What Go's own go/build and go/build/constraint say, in one process: whether each holds, `null` where Go refuses it. */
export function askConstraintOracle(questions: readonly ConstraintQuestion[]): readonly (boolean | null)[] {
  const answers = execFileSync('go', ['run', '-trimpath', '.'], {
    cwd: path.join(import.meta.dirname, '..', 'fixtures', 'constraint-oracle'),
    input: JSON.stringify(questions),
    env: { ...process.env, CGO_ENABLED: '0' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(answers) as readonly (boolean | null)[]
}
