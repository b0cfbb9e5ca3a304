import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { Needs } from '../weigh-in/needs.ts'

/** Why the service failed, and what would help. */
export interface Hint {
  readonly why: Clause
  readonly fix: Clause
}

interface Symptom {
  /** The error message in Go's words. The first group is what the program looked for. */
  readonly pattern: RegExp
  /**
   * What the program must be able to reach for the message to come from Go itself; `null` if any program can print it.
   */
  readonly need: keyof Needs | null
  readonly hint: (asked: string) => Hint
}

/** The messages of os/exec, os/user, time and crypto/x509, with advice. */
const SYMPTOMS: readonly Symptom[] = [
  {
    pattern: /exec: "([^"\n]{1,200})": executable file not found in \$PATH/,
    need: 'exec',
    hint: asked => ({
      why: clause`it starts the program ${asked}, which the image does not contain`,
      fix: clause`add it with ${input('files')}`,
    }),
  },
  {
    pattern: /fork\/exec ([^:\n]{1,200}): no such file or directory/,
    need: 'exec',
    hint: asked => ({
      why: clause`it starts the program ${asked}, which the image does not contain (or whose interpreter it does not contain)`,
      fix: clause`add it with ${input('files')}`,
    }),
  },
  {
    pattern:
      /user: (?:unknown user(?:id)?|lookup user(?:id)?|unknown group(?:id)?|lookup group(?:id)?) ([^:\s]{1,100})/,
    need: 'users',
    hint: asked => ({
      why: clause`it looks up the user or group ${asked}, which the image does not have`,
      fix: clause`add it with ${input('accounts')}`,
    }),
  },
  {
    pattern: /unknown time zone ([^\s:]{1,100})/,
    need: null,
    hint: asked => ({
      why: clause`the image has no time zone ${asked}`,
      fix: clause`set ${input('timezones', 'all')}`,
    }),
  },
  {
    pattern: /x509: (certificate signed by unknown authority|failed to load system roots)/,
    need: null,
    hint: () => ({
      why: clause`the image does not have the certificate authority`,
      fix: clause`set ${input('certificates')} or ${input('extra-certificates')}`,
    }),
  },
]

/**
 * Explains why a smoke test failed if the service's output shows that it missed something that `scratch`
 * does not contain; otherwise returns `null`.
 *
 * @param needs one for each binary of the image, `null` for a binary that cannot be read
 */
export function smokeHint(output: string, needs: readonly (Needs | null)[]): Hint | null {
  for (const { pattern, need, hint } of SYMPTOMS) {
    const asked = pattern.exec(output)?.[1]
    if (asked === undefined) continue
    if (need === null || needs.some(found => found?.[need] ?? true)) return hint(asked)
  }
  return null
}
