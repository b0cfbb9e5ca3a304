/**
 * Writes action.yml, comment/action.yml and docs/reference.md from the tables of src/declare, and schema/weigh-in.json from the
 * shapes of src/weigh-in/shape. `--check` only says whether they are as written.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { format, resolveConfig } from 'prettier'
import { stringify } from 'yaml'
import {
  COMMAND_FLAGS,
  COMMENT_INPUTS,
  type CommentInput,
  DIET_GROUPS,
  INIT_FLAGS,
  WEIGH_INPUTS,
} from '../src/declare/command-inputs.ts'
import { GROUPS, type Input, INPUTS, inputsOf, isSwitch } from '../src/declare/inputs.ts'
import { OUTPUTS } from '../src/declare/outputs.ts'
import type { FailureCode } from '../src/failure.ts'
import { DEFINITIONS, WEIGH_IN } from '../src/weigh-in/shape/weigh-in.ts'
import { jsonSchema } from './json-schema.ts'

const root = new URL('..', import.meta.url)

const FAILURES: Readonly<Record<FailureCode, string>> = {
  'bad-input': 'an input or a flag is wrong, or contradicts another',
  'missing-tool': 'a tool that is needed could not be found or started',
  toolchain: 'Go or UPX could not be resolved, downloaded or verified',
  compile: '`go build` or `go list` failed',
  'not-static': 'the binary needs a library or an interpreter that scratch does not have',
  'unreadable-binary': 'the executable could not be read, or is not an ELF file for the platform',
  'unreadable-image':
    'what should be an image, an archive or a weigh-in is damaged, hostile or something else',
  pack: 'packing failed under `pack: require`',
  proof:
    'the packed binary did not prove itself under `pack: require`, or the linked one failed its own proof',
  'smoke-test': 'the finished image did not do what `smoke-args` or `smoke-http` ask',
  write: 'a file could not be written',
  registry: 'the registry refused, or could not be reached',
  daemon: 'the Docker or Podman daemon refused, or could not be reached',
}

const EXIT_CODES = [
  ['0', 'within budget, and published as asked'],
  ['1', 'the gate said no: over budget, or not measured'],
  ['2', 'anything else that goes wrong, also a closed pipe or a full disk: see the codes below; 2 beats 1'],
]

function actionFile(): string {
  const action = {
    name: 'Bantam',
    description:
      'Builds a Go service into the smallest container image that provably runs, and keeps it that small',
    author: 'Bantam',
    branding: { icon: 'feather', color: 'orange' },
    inputs: declared(inputsOf('action')),
    outputs: Object.fromEntries(OUTPUTS.map(({ name, description }) => [name, { description }])),
    runs: { using: 'node24', main: 'dist/main.js', post: 'dist/post.js', 'post-if': 'success()' },
  }
  return yamlFile(action)
}

function commentActionFile(): string {
  return yamlFile({
    name: 'Bantam comment',
    description: 'Says what another run of Bantam weighed on its pull request, from a fork too',
    author: 'Bantam',
    branding: { icon: 'feather', color: 'orange' },
    inputs: declared(COMMENT_INPUTS),
    runs: { using: 'node24', main: '../dist/comment.js' },
  })
}

function declared(inputs: readonly (Input & Pick<CommentInput, 'required'>)[]) {
  return Object.fromEntries(
    inputs.map(({ name, description, required = false, default: usual }) => [
      name,
      { description, required, ...(usual === '' ? {} : { default: usual }) },
    ]),
  )
}

function yamlFile(action: object): string {
  return `# Made by scripts/reference.ts from src/declare.\n${stringify(action, { lineWidth: 100, singleQuote: true })}`
}

function referencePage(): string {
  return [
    '# Reference',
    'Made by `scripts/reference.ts` from `src/declare`; change it there.',
    'Inputs are strings. Lists take lines or commas, and lines that begin with `#` are comments; every list, and every input that is split like a shell does, may also be written as JSON or YAML write a list: `["serve", "--port=8080"]`, or `- serve` lines; `name=value` lines may be a map: `{"name": "value"}`, or `name: value` lines. An unknown input or flag is an error. On the command line every input is a flag of the same name; a list may also be given by repeating its flag.',
    '## Inputs',
    ...GROUPS.flatMap(group => [
      `### ${group}`,
      table(
        ['input', 'default', 'what it is'],
        INPUTS.filter(({ group: own, only }) => own === group && (only ?? 'action') === 'action').map(
          inputRow,
        ),
      ),
    ]),
    '## Flags of the command line alone',
    table(
      ['flag', 'what it does'],
      COMMAND_FLAGS.map(({ name, short, description }) => [
        `\`--${name}\`${short === undefined ? '' : `, \`-${short}\``}`,
        description,
      ]),
    ),
    '`bantam build [main…]` takes main packages as plain words too. `--push`, `--load` and `--build-vcs` stand alone; a value goes behind `=`, as in `--push=false`.',
    '## Weighing and comparing',
    '`bantam weigh THING` shows what a thing weighs and needs and which modules and packages that comes from; `bantam diff BEFORE AFTER` shows what grew and shrank from one thing to another. A thing is a binary, an OCI layout, an image archive (of `docker save`, skopeo, podman), a weigh-in (`report`, `--json`), or an image in a registry, whoever built it. Nothing of it is run, so there is no proof and no price but what a weigh-in has. What UPX packed is unpacked by UPX first; if that is not possible, a notice says so, and a limit on it is unmeasured, which fails. `./PATH:TAG` is one of several images in a layout or archive. What begins with `.` or `/` is a path; what has a tag, a digest or a registry is an image, whatever files there are. A bare name (`hello`, `acme/hello`) is a file if there is one, else an image; with `--budget` it is always a file, so that no file that a pull request adds can take the place of an image. Every program of an image is weighed or named as not read.',
    table(
      ['flag', 'what it is'],
      WEIGH_INPUTS.map(({ name, description, not }) => [
        `\`--${name}\``,
        `${description}${not === undefined ? '' : ' Only with `bantam weigh`.'}`,
      ]),
    ),
    'Beside these, `--json`, `--verbose` and `--help`. A binary alone weighs as an image of nothing else, and has no `download`. Of an image, what later layers replace or delete counts, since it is stored and pulled.',
    '## Making it smaller',
    '`bantam diet [main…]` builds a service as it is, and then with each change that could make it smaller: build tags that its dependencies look at, no inlining, no certificates or time zones, zstd layers instead of packing, a newer Go, a newer version of the module that keeps dead code, GOEXPERIMENT values that make Go smaller, and everything that helped together. Every try is a real build, packed and proven; what does not compile or start is listed with the reason. It publishes nothing and changes none of your files; what was packed is kept in the cache, as after a build. Of each it shows the bytes taken off the image, the pull and the memory, the price, and the flags to write; the names are those of the inputs. Then it shows which imports bring how many bytes that nothing else needs, and what keeps the linker from dropping dead code. `--json` prints the same; `schema/diet.json` describes it.',
    `It takes what \`bantam build\` does under ${list(DIET_GROUPS)}, but for \`--binary\`; and \`--json\`, \`--verbose\` and \`--help\`. It ends with 0, or with 2 where the service cannot be built as it is.`,
    '## The first workflow',
    '`bantam init [directory]` reads main packages, Dockerfiles, Makefiles and scripts, `.goreleaser.yaml`, `.ko.yaml` and the workflows that publish images, and writes `.github/workflows/bantam.yml`: one step for each image. Images are those of the Dockerfiles, else of ko, else of goreleaser, else one for each main package. It builds each image once, publishes nothing, and writes a budget about 8 % above what that weighs. What it could not carry over is listed with the reason, on the terminal and in the workflow. It runs no command that it reads, follows no link, and replaces no file: if the workflow is there, it prints the new one and ends with 2. It ends with 1 where an image could not be built; its budget then limits growth alone.',
    table(
      ['flag', 'what it does'],
      INIT_FLAGS.map(({ name, description }) => [`\`--${name}\``, description]),
    ),
    'Beside these, `--verbose` and `--help`.',
    '## Outputs of the action',
    'All are set, also by a run that fails; an output that could not be found out is empty.',
    table(
      ['output', 'what it is'],
      OUTPUTS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
    '## The action `comment/`',
    "A pull request from a fork gives its workflow a token that cannot comment. This action, in a workflow on `workflow_run`, says what that run's weigh-in has, on the pull request that GitHub says the run was about, and only while its commit is the newest there. The weigh-in is whatever the pull request's own run wrote: it is read as hostile, shown as text, and decides nothing. A comment that cannot be written is a notice; a weigh-in that is missing or cannot be read fails the step.",
    table(
      ['input', 'default', 'what it is'],
      COMMENT_INPUTS.map(({ name, default: usual, description }) => [
        `\`${name}\``,
        usual === '' ? '' : `\`${usual}\``,
        description,
      ]),
    ),
    '## Exit codes',
    'The job status of the action agrees: 1 and 2 both fail the step.',
    table(['code', 'means'], EXIT_CODES),
    '## Codes of a failure',
    table(
      ['code', 'what failed'],
      Object.entries(FAILURES).map(([code, what]) => [`\`${code}\``, what]),
    ),
  ].join('\n\n')
}

function list(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function inputRow(input: Input): readonly string[] {
  const where = input.only === 'action' ? ' Only in the action.' : ''
  const usual = input.default === '' ? '' : `\`${input.default}\``
  const alone =
    isSwitch(input) && input.only === undefined ? ' On the command line the flag alone means `true`.' : ''
  return [`\`${input.name}\``, usual, `${input.description}${where}${alone}`]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(tableLine).join('\n')
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

async function pretty(file: string, text: string): Promise<string> {
  const filepath = new URL(file, root).pathname
  return format(text, { ...(await resolveConfig(filepath)), filepath })
}

const stale: string[] = []
for (const [file, text] of [
  ['action.yml', actionFile()],
  ['comment/action.yml', commentActionFile()],
  ['docs/reference.md', referencePage()],
  ['schema/weigh-in.json', JSON.stringify(jsonSchema('weigh-in.json', WEIGH_IN, DEFINITIONS))],
] as const) {
  const wanted = await pretty(file, text)
  if (!process.argv.includes('--check')) writeFileSync(new URL(file, root), wanted)
  else if (readFileSync(new URL(file, root), 'utf8') !== wanted) stale.push(file)
}
if (stale.length > 0) {
  console.error(
    `${stale.join(' and ')} are not what scripts/reference.ts writes; run \`node scripts/reference.ts\`.`,
  )
  process.exitCode = 1
}
