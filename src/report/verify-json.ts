import { sentenceText, type Surface } from '../clause.ts'
import { isSame, type Verification } from '../verify/verification.ts'
import { VERSION } from '../version.ts'
import { jsonText } from './json-text.ts'
import { reasonWords } from './verify-words.ts'

/** Returns the result of `bantam verify` for `--json`. */
export function verifyJson(verification: Verification, surface: Surface): string {
  const { name, digest, platforms, others } = verification
  return jsonText({
    schemaVersion: 1,
    bantam: VERSION,
    name,
    digest,
    same: isSame(verification),
    platforms: platforms.map(({ reasons, ...platform }) => ({
      ...platform,
      same: platform.digest === platform.rebuilt,
      reasons: reasons.map(reason => ({ ...reason, message: sentenceText(reasonWords(reason), surface) })),
    })),
    notVerified: others,
  })
}
