import { clause } from '../../../clause.ts'
import { DOWNLOADED } from '../../../declare/declare-toolchain.ts'
import { input } from '../../../declare/input-part.ts'
import { Failure } from '../../../failure.ts'

/**
 * The failure to find a tool, in words for who verifies: the image decides the version, so the advice to choose another one
 * or to ship unpacked does not help. Any other error is returned unchanged.
 */
export function missingTool(name: string, kind: keyof typeof DOWNLOADED, cause: unknown): unknown {
  if (!(cause instanceof Failure) || cause.code !== 'missing-tool') return cause
  const { title: tool, mirror } = DOWNLOADED[kind]
  const { version, url, platform } = cause.fields
  // Another program is missing, such as xz.
  if (version === undefined || (url === undefined && platform === undefined)) return cause
  const orMirror =
    url === undefined ? clause`` : clause`, or set ${input(mirror)} to a mirror that can be reached`
  return new Failure(
    'missing-tool',
    {
      what: clause`${name} cannot be verified without ${tool} ${version}, which built it`,
      why: cause.clauses.why,
      fix: clause`install ${tool} ${version} and put it on PATH${orMirror}`,
    },
    { cause, fields: { ...cause.fields, thing: name } },
  )
}
