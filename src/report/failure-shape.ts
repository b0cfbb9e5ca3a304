import * as v from 'valibot'
import { FAILURE_CODES, type FieldName } from '../failure.ts'
import { TEXT } from '../weigh-in/shape/basic.ts'

/** What one field of a failure holds: text, for all but the status. */
function field(description: string) {
  return v.exactOptional(v.pipe(v.string(), v.description(description)))
}

export const FAILURE_FIELDS = {
  input: field('The input, or the variable of the environment, that is wrong.'),
  value: field('What was given for it, as it may be shown.'),
  file: field('A path, or the name of a binary.'),
  directory: field('A path.'),
  url: field('Without a password.'),
  thing: field('What was to be weighed, as it was written.'),
  reference: field('An image in a registry or a daemon: `registry/repository:tag`.'),
  registry: field('The host of a registry.'),
  digest: field('What was found, or should be there: `sha256:…`.'),
  platform: field('As `os/arch[/variant]`.'),
  command: field('The command that failed, or is missing.'),
  version: field('The version of a tool that was asked for.'),
  commit: field('A full commit hash.'),
  main: field('The main packages.'),
  module: field('A package or a module, also as `module@version`.'),
  method: field('The method of a request.'),
  status: v.exactOptional(
    v.pipe(v.number(), v.safeInteger(), v.description('The status of an answer of HTTP.')),
  ),
} satisfies Readonly<Record<FieldName, unknown>>

const LOCATION = v.object({
  file: v.string(),
  line: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  column: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  message: v.string(),
})

const WRONG_INPUT = v.object({ input: v.string(), value: v.string(), message: v.string() })

const FAILURE = v.object({
  code: v.picklist(FAILURE_CODES),
  message: v.pipe(v.string(), v.description('The sentence that a person reads, made of the clauses.')),
  what: v.pipe(v.string(), v.description('What failed, and with what.')),
  why: v.pipe(TEXT, v.description("Why, in the cause's own words where there are some.")),
  fix: v.pipe(TEXT, v.description('What to do.')),
  state: v.pipe(TEXT, v.description('What is true now, such as that nothing was published.')),
  fields: v.pipe(
    v.object(FAILURE_FIELDS),
    v.description('What the failure is about, as far as it is known.'),
  ),
  inputs: v.pipe(v.array(WRONG_INPUT), v.description('With the code bad-input: the inputs that are wrong.')),
  locations: v.pipe(v.array(LOCATION), v.description("Places in the user's files.")),
  output: v.pipe(TEXT, v.description('What a tool printed, unchanged.')),
})

const DEFECT = v.object({
  code: v.literal('defect'),
  message: v.string(),
  stack: TEXT,
})

/** What `--json` prints of a run that failed. schema/failure.json is made from it. */
export const FAILURE_REPORT = v.pipe(
  v.object({
    schemaVersion: v.literal(1),
    failure: v.pipe(
      v.variant('code', [FAILURE, DEFECT]),
      v.description('Why there is no weigh-in. The code defect is an error in Bantam itself.'),
    ),
  }),
  v.title('Failure'),
  v.description('Why a run of Bantam failed, as `--json` prints it on stdout.'),
)

export type FailureReport = v.InferOutput<typeof FAILURE_REPORT>

export const FAILURE_DEFINITIONS = {
  failure: FAILURE,
  defect: DEFECT,
  location: LOCATION,
  wrongInput: WRONG_INPUT,
}
