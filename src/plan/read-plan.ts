import * as v from 'valibot'
import { parsePlatform } from '../declare/platform.ts'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { parseReference } from '../declare/reference.ts'
import { checkShape, DIGEST } from '../image/check-shape.ts'
import { readJson } from '../image/read-json.ts'
import { VERSION } from '../version.ts'
import { BOUND, SUBJECT } from '../weigh-in/shape/verdict.ts'
import { idOf, type Plan } from './plan.ts'

const STRINGS = v.record(v.string(), v.string())

const PLATFORM = v.pipe(
  v.string(),
  v.check(text => parsePlatform(text).ok),
)

const LIMIT = v.object({ subject: SUBJECT, bound: BOUND, platform: v.nullable(PLATFORM) })

const IMAGE = v.object({
  key: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  settings: DIGEST,
  platforms: v.tupleWithRest([PLATFORM], PLATFORM),
  push: v.boolean(),
  references: v.array(
    v.pipe(
      v.string(),
      v.check(text => parseReference(text).ok),
    ),
  ),
  budget: v.variant('kind', [
    v.object({ kind: v.literal('undeclared') }),
    v.object({ kind: v.literal('none') }),
    v.object({ kind: v.literal('limits'), limits: v.array(LIMIT) }),
  ]),
  onOverBudget: v.picklist(['fail', 'fail-if-grown', 'warn']),
  index: v.object({ annotations: STRINGS, descriptors: v.array(STRINGS) }),
})

const PLAN = v.object({
  schemaVersion: v.literal(1),
  id: DIGEST,
  bantam: v.string(),
  revision: v.nullable(v.string()),
  images: v.tupleWithRest([IMAGE], IMAGE),
})

/** Bytes: 200 images for 4 platforms, with room for annotations. */
export const MAX_PLAN = 8 * 1024 * 1024

const BY = 'a plan of this version'
const AGAIN = 'run bantam plan again, with the version of Bantam that reads it'

/** Reads a plan. The text of a problem continues a sentence that begins with the file's name. */
export function readPlan(bytes: Uint8Array): Parsed<Plan> {
  const json = readJson(bytes, MAX_PLAN)
  if (!json.ok) return json
  const checked = checkShape(PLAN, json.value, BY)
  if (!checked.ok) return problem(`${checked.problem}; ${AGAIN}`)
  const plan: Plan = checked.value
  const { id, bantam, images } = plan
  if (bantam !== VERSION)
    return problem(
      `was written by Bantam ${shown(bantam)}, and this is ${VERSION}; use one version in all jobs`,
    )
  if (idOf(plan) !== id) return problem('was changed after it was written: its id is that of another plan')
  const keys = images.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return problem('has the same image twice')
  if (images.some(({ platforms }) => new Set(platforms).size < platforms.length))
    return problem('has the same platform twice')
  if (images.some(({ platforms, index }) => index.descriptors.length !== platforms.length))
    return problem('does not have one descriptor for each platform')
  if (images.some(({ push, references }) => push && references.length === 0))
    return problem('pushes an image that has no reference')
  return parsed(plan)
}

export function writePlan(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`
}

function shown(version: string): string {
  return /^[\w.+-]{1,40}$/.test(version) ? version : 'of another version'
}
