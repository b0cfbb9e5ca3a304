/**
 * Writes action.yml, those of comment/, plan/ and merge/, and docs/reference.md from the tables of src/declare,
 * schema/weigh-in.json from the shapes of src/weigh-in/shape, schema/failure.json from src/report/failure-shape.ts, and
 * schema/bantam.schema.json from the table of inputs. `--check` only says whether they are as written.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { format, resolveConfig } from 'prettier'
import { stringify } from 'yaml'
import {
  COMMAND_FLAGS,
  COMMENT_INPUTS,
  type CommandInput,
  DIET_GROUPS,
  INIT_FLAGS,
  UNPACK_INPUTS,
  VERIFY_INPUTS,
  MERGE_INPUTS,
  PLAN_INPUTS,
  planned,
  WEIGH_INPUTS,
} from '../src/declare/command-inputs.ts'
import { CONFIG_FIELDS } from '../src/declare/config-fields.ts'
import { OWN_SETTINGS, REFUSED_SETTINGS } from '../src/declare/images-file/settings.ts'
import { imagesSchema } from '../src/declare/images-file/schema.ts'
import { GROUPS, type Input, INPUTS, inputsOf, isSwitch } from '../src/declare/inputs.ts'
import { NOISE_WORDS } from '../src/declare/metric-words.ts'
import { OUTPUTS, OUTPUTS_OF_SEVERAL, PLAN_OUTPUTS } from '../src/declare/outputs.ts'
import { TEMPLATE_KEYS } from '../src/declare/template-keys.ts'
import type { FailureCode } from '../src/failure.ts'
import { problemsFailure, wrongValue } from '../src/declare/problem.ts'
import { failureJson } from '../src/report/failure-json.ts'
import { FAILURE_DEFINITIONS, FAILURE_FIELDS, FAILURE_REPORT } from '../src/report/failure-shape.ts'
import { DEFINITIONS, WEIGH_IN } from '../src/weigh-in/shape/weigh-in.ts'
import { jsonSchema } from './json-schema.ts'

const root = new URL('..', import.meta.url)

const FAILURES: Readonly<Record<FailureCode, string>> = {
  'bad-input': 'an input or a flag is wrong, or contradicts another one',
  'missing-tool': 'a tool that is needed could not be found or started',
  toolchain: 'Go or UPX could not be resolved, downloaded or verified',
  compile: '`go build` or `go list` failed',
  'not-static': 'the binary needs a shared library or an interpreter, which the image does not have',
  'unreadable-binary': 'the executable could not be read, or is not an ELF file for the platform',
  'unreadable-image':
    'a file that should be an image, an archive or a weigh-in is damaged or is something else',
  pack: 'packing failed with `pack: require`',
  proof:
    'the proof of the packed binary failed with `pack: require`, or the linked binary failed its own proof',
  'smoke-test': 'the finished image did not do what `smoke-args` or `smoke-http` ask for',
  write: 'a file could not be written',
  registry: 'the registry refused a request, or could not be reached',
  daemon: 'the Docker or Podman daemon refused a request, or could not be reached',
}

const EXIT_CODES = [
  ['0', 'within budget, and published as asked'],
  ['1', 'over budget, or a limit could not be measured'],
  ['2', 'any other failure, such as a full disk or a closed pipe; if both 1 and 2 apply, the code is 2'],
]

/** The rules of budgets and baselines, which are too long for a table. */
const BUDGET_RULES = [
  '#### How limits are measured',
  [
    '- `binary` counts all programs of the image, also those that `files` adds. If one of them cannot be read, a limit that counts it is unmeasured, which fails the run.',
    '- A module or a package counts its code, its types and the files that it embeds. Constant tables and strings have no owner and are not counted. The report shows how many bytes they are, beside such a limit.',
    '- A module or a package that has no byte left in the binary is 0 bytes.',
    `- A growth that is too small to mean anything is noise, and counts as none: up to ${NOISE_WORDS}, or up to 0.1 % of the size but at most 16 KiB. Up to 8 KiB of padding between segments is noise too (128 KiB where segments are 64 KiB apart, as on arm64).`,
  ].join('\n'),
  '#### How the baseline is found',
  '`auto` looks at the branch that a pull request goes into, or that is pushed to. It takes the first of these that exists:',
  [
    "1. The weigh-in in the workflow's cache, if it is of exactly the commit that the change starts from.",
    "2. The image that the branch's tag names in the first repository of `image`, if it was built from that commit.",
    '3. The newest weigh-in in the cache, or else that image. The report then names its commit.',
  ].join('\n'),
  '`auto` never takes a file of the checkout, because a pull request can change it.',
  '`build` compiles the commit that the change starts from, in a worktree of its own. If the clone does not have that commit, it is fetched. On the command line, it is the commit that HEAD shares with origin/HEAD. Nothing of it is packed, so only `binary`, modules and packages can be compared.',
  'A path is written as a path: `./base.json`, `../base` or `/tmp/base.tar`. A name with a tag, a digest or a registry is an image, even if a file has the same name.',
  'A baseline cannot be read if the cache or the registry fails, or if the file is damaged. A limit on growth then fails, because the growth is not known.',
]

/** Made by the same code as a real one. */
const EXAMPLE: unknown = JSON.parse(
  failureJson(problemsFailure([wrongValue('cgo', 'on', 'is unknown; write off or static')]), 'terminal'),
)

const FIELD_NAMES = Object.keys(FAILURE_FIELDS).map(name => `\`${name}\``)

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
    description:
      'Comments on a pull request with the sizes that another run of Bantam weighed, also from a fork',
    author: 'Bantam',
    branding: { icon: 'feather', color: 'orange' },
    inputs: declared(COMMENT_INPUTS),
    runs: { using: 'node24', main: '../dist/comment.js' },
  })
}

function planActionFile(): string {
  return yamlFile({
    name: 'Bantam plan',
    description: 'Splits a build over the jobs of a matrix, one for each platform of each image',
    author: 'Bantam',
    branding: { icon: 'feather', color: 'orange' },
    inputs: declared(planned(inputsOf('action'))),
    outputs: describedOutputs(PLAN_OUTPUTS),
    runs: { using: 'node24', main: '../dist/plan.js' },
  })
}

function mergeActionFile(): string {
  return yamlFile({
    name: 'Bantam merge',
    description:
      'Puts the images of a matrix together, checks the budgets over the whole, and moves the tags',
    author: 'Bantam',
    branding: { icon: 'feather', color: 'orange' },
    inputs: declared(MERGE_INPUTS),
    outputs: describedOutputs(OUTPUTS.filter(({ name }) => !['binaries', 'sbom', 'result'].includes(name))),
    runs: { using: 'node24', main: '../dist/merge.js' },
  })
}

function describedOutputs(outputs: readonly { readonly name: string; readonly description: string }[]) {
  return Object.fromEntries(outputs.map(({ name, description }) => [name, { description }]))
}

function declared(inputs: readonly (Input & Pick<CommandInput, 'required'>)[]) {
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
    '`scripts/reference.ts` makes this page from `src/declare`. Change it there.',
    'Inputs are strings. On the command line, every input is a flag of the same name. An unknown input or flag is an error.',
    'The items of a list stand on lines of their own, or have commas between them. Lines that begin with `#` are comments. A list can also be written as a list of JSON or YAML: `["serve", "--port=8080"]`, or lines such as `- serve`. The same holds for inputs that are split into words. Inputs of `name=value` lines can also be written as a map: `{"name": "value"}`, or `name: value` lines. On the command line, a flag that takes a list can be repeated.',
    '## Inputs',
    ...GROUPS.flatMap(group => [
      `### ${group}`,
      table(
        ['input', 'default', 'what it is'],
        INPUTS.filter(({ group: own, only }) => own === group && (only ?? 'action') === 'action').map(
          inputRow,
        ),
      ),
      ...(group === 'Budget' ? BUDGET_RULES : []),
    ]),
    '## Several images: bantam.yaml',
    'A file with several images ([how-to](how-to/several-services.md)) has two keys. `images` has each image by its name, and below it inputs by their names. `defaults` has what the images share. `schema/bantam.schema.json` describes it for editors.',
    [
      '- A value is written as for the input: as text, or where the input takes a list or lines, as a list or a map of YAML. Text is taken as it is written, so `go-version: 1.20` needs no quotes. A map or list replaces that of `defaults` as a whole.',
      '- A name has letters, digits, `.`, `_` and `-`. A file has at most 200 images and 1 MB.',
      '- Anchors, aliases, tags and merge keys of YAML are errors, and so are keys that stand twice.',
      `- A file cannot have ${list(Object.keys(REFUSED_SETTINGS).map(name => `\`${name}\``))}, \`{{.Env.NAME}}\` in a value, variables such as GOPROXY in \`build-env\`, flags in \`build-flags\`, \`ldflags\` and \`build-env\` that can have a build write a file or run a program, or paths out of its checkout: who opens a pull request can write the file.`,
      `- Beside a file, ${list(OWN_SETTINGS.map(name => `\`${name}\``))} cannot be given for several images at once.`,
      '- Two images cannot have the same tag, or write to the same place.',
    ].join('\n'),
    '## Templates',
    '`ldflags`, the values of `labels` and `annotations`, and `tags` are templates: `{{.Key}}` stands for a value. The examples are for the tag `svc/v1.4.0-rc.1` with `tag-prefix: svc/`. Names in brackets mean the same; most are those of GoReleaser. In a workflow there is a tag only in the run on it, whatever other tags its commit has; on a terminal it is the highest version of the commit.',
    table(
      ['key', 'what it is', 'example'],
      TEMPLATE_KEYS.map(({ name, alsoNamed, description, example }) => [
        [name, ...alsoNamed.map(other => `(${other})`)].map(keyCell).join(' '),
        description,
        `\`${example}\``,
      ]).concat([['`{{.Env.NAME}}`', 'The environment variable `NAME` of the run.', '']]),
    ),
    'A key that is unknown is an error. So is one without a value (there is no tag, the tag is not a version), unless it has a default: `{{.Tag | default "dev"}}`. The default may be another key, and there may be several: `{{.Tag | default .Branch | default "dev"}}`. An empty value takes the default too. A tag of the image whose keys are all empty is left out, and if none is left, the default tag is used: with the lines `{{.Tag | default ""}}` and `{{.Major | default ""}}.{{.Minor | default ""}}` one step serves releases (`v1.4.0`, `1.4`), branches (`main`) and pull requests (`pr-7`).',
    '`{{.Os}}`, `{{.Arch}}` and `{{.Variant}}` are keys of `binary` and `files` alone. A tag stands for the index of all platforms, so they are unknown in `tags`, and likewise in `ldflags`, `labels` and `annotations`, which are the same for all platforms.',
    "## Fields of the image's config",
    'All of them, and what decides each.',
    table(
      ['field', 'input', 'remark'],
      CONFIG_FIELDS.map(({ name, input, because }) => [
        `\`${name}\``,
        input === null ? 'none' : `\`${input}\``,
        because,
      ]),
    ),
    '## Flags that only the command line has',
    table(
      ['flag', 'what it does'],
      COMMAND_FLAGS.map(({ name, short, description }) => [
        `\`--${name}\`${short === undefined ? '' : `, \`-${short}\``}`,
        description,
      ]),
    ),
    '`bantam build [main…]` also takes main packages without `--main`. `--push`, `--load` and `--build-vcs` need no value. Write a value with `=`, as in `--push=false`.',
    '## Weighing and comparing',
    '`bantam weigh THING` shows the size of a thing, what it needs at run time, and which modules and packages its bytes come from. `bantam diff BEFORE AFTER` shows what grew and what shrank from one thing to another.',
    'A thing is a binary, an OCI layout, an image archive (of `docker save`, skopeo or podman), a weigh-in (from `report` or `--json`), or an image in a registry. Bantam need not have built it.',
    [
      '- What begins with `.` or `/` is a path. `./PATH:TAG` names one of several images in a layout or an archive.',
      '- A name with a tag, a digest or a registry is an image in a registry, even if a file has the same name.',
      '- A name without them (`hello`, `acme/hello`) is a file if there is one, and else an image. With `--budget` it is always a file: otherwise a pull request could add a file to take the place of an image.',
    ].join('\n'),
    'Nothing in a thing is run, so the proof and the price are shown only if a weigh-in has them. A packed binary is unpacked first: by UPX if UPX packed it, and by Bantam itself if Bantam did. If that is not possible, a notice says so, and a limit on that binary is unmeasured, which fails the run. Every program in an image is weighed, or is named as not read.',
    table(
      ['flag', 'what it is'],
      WEIGH_INPUTS.map(({ name, description, not }) => [
        `\`--${name}\``,
        `${description}${not === undefined ? '' : ' Only with `bantam weigh`.'}`,
      ]),
    ),
    '`--json`, `--verbose` and `--help` work too. A binary on its own is weighed like an image that holds nothing else, and has no `download`. In an image, files that later layers replace or delete also count, because they are stored and pulled.',
    '## Making it smaller',
    '`bantam diet [main…]` builds a service as it is, and then again with each change that could make it smaller:',
    [
      '- build tags that its dependencies use',
      '- no inlining',
      '- no certificates, or no time zones',
      '- zstd layers instead of packing',
      '- a newer Go',
      '- a newer version of the module that keeps dead code',
      '- GOEXPERIMENT values that make Go smaller',
      '- all changes together that helped',
    ].join('\n'),
    'Every try is a real build that is packed and proven. A change that does not compile or does not start is listed with the reason. `diet` publishes nothing and changes none of your files. Packed binaries are kept in the cache, as after a build.',
    'For each change it shows how many bytes the image, the pull and the memory lose, what the change costs, and the flags to write. The flags have the names of the inputs. It then shows how many bytes each import adds that nothing else needs, and which code keeps the linker from removing dead code. `--json` prints the same; `schema/diet.json` describes it.',
    `It takes the flags of \`bantam build\` in the groups ${list(DIET_GROUPS)}, except \`--binary\`. It also takes \`--json\`, \`--verbose\` and \`--help\`. The exit code is 0, or 2 if the service cannot be built as it is.`,
    '## Building an image again',
    '`bantam verify IMAGE` builds an image again, from the commit and with the settings that it names, and compares the digests of its manifest and of the rebuild, for each platform. Where they differ, it shows which file of which layer differs and how, and then why: another Go, other flags, modules or source, or another packer. An image is one in a registry, an OCI layout or an archive with one; a name is read as for `bantam weigh`.',
    [
      '- The command runs in a clone of the repository. The commit is checked out elsewhere, and is fetched if the clone does not have it. Changes in the clone do not count.',
      '- An image names its commit, Go, packer, flags and budget, and keeps the inputs that nothing in it shows: the lines of `files`, `accounts`, `volumes` and `capabilities`, the paths of certificates, and, on a base, those of its config. Everyone who can read the image can read these. The base is taken by its digest.',
      '- An image does not keep `build-env`, which may hold secrets. Write it again if it decides what is compiled. GOFLAGS of the environment is not kept either.',
      '- Files that an earlier step made, and that are not in the commit, cannot be built again.',
      '- The Go and the UPX that the image names are used, and no others. They are found or downloaded as for a build. Packed binaries of earlier runs are not used.',
      '- The digest also depends on the version of Bantam. A difference between two versions is named.',
    ].join('\n'),
    'The exit code is 0 if every platform has the same digest, 1 if one has another, and 2 if the image could not be built again. `--json` prints the same; `schema/verify.json` describes it.',
    table(
      ['flag', 'what it is'],
      VERIFY_INPUTS.map(({ name, description }) => [`\`--${name}\``, description]),
    ),
    '`--json`, `--verbose` and `--help` work too.',
    '## Unpacking a binary',
    '`bantam unpack FILE --output FILE` writes the linked binary of a packed one, byte for byte, so that debuggers and tools for binaries can read it. It unpacks what Bantam packed (`packer: bantam`) by itself, and what UPX packed with UPX. Nothing of the binary is run. The exit code is 0, or 2 if the file is not packed, is damaged, or was packed in a later version of the format.',
    table(
      ['flag', 'what it is'],
      UNPACK_INPUTS.map(({ name, description }) => [`\`--${name}\``, description]),
    ),
    '`--verbose` and `--help` work too.',
    '## The first workflow',
    '`bantam init [directory]` reads main packages, Dockerfiles, Makefiles and scripts, `.goreleaser.yaml`, `.ko.yaml` and the workflows that publish images, and writes `.github/workflows/bantam.yml`. For several services it also writes [`bantam.yaml`](how-to/several-services.md) with an image for each. Images are those of the Dockerfiles, else of ko, else of goreleaser, else one for each main package. It builds each image once, publishes nothing, and writes a budget about 8 % above what that weighs. What it could not carry over is listed with the reason, on the terminal and in the file with the inputs. It runs no command that it reads, follows no link, and replaces no file: if one of the files is there, it prints them, writes none, and ends with 2. It ends with 1 where an image could not be built; its budget then limits growth alone.',
    table(
      ['flag', 'what it does'],
      INIT_FLAGS.map(({ name, description }) => [`\`--${name}\``, description]),
    ),
    '`--verbose` and `--help` work too.',
    '## Outputs of the action',
    'All outputs are set, also by a run that fails. An output whose value is not known is empty.',
    table(
      ['output', 'what it is'],
      OUTPUTS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
    OUTPUTS_OF_SEVERAL,
    '## The action `comment/`',
    'The workflow of a pull request from a fork gets a token that cannot comment. This action runs in a second workflow, on `workflow_run`, and writes the comment for it ([comment from forks](how-to/comment-from-forks.md)).',
    "GitHub's event says which pull request the first run was about. The action comments there, and only while the commit of that run is the newest of the pull request. The weigh-in comes from the pull request's own run, so it is not trusted: it is read with strict limits, shown as text, and decides nothing. A comment that cannot be written is a notice. A weigh-in that is missing or cannot be read fails the step.",
    table(
      ['input', 'default', 'what it is'],
      COMMENT_INPUTS.map(({ name, default: usual, description }) => [
        `\`${name}\``,
        usual === '' ? '' : `\`${usual}\``,
        description,
      ]),
    ),
    '## The action `plan/` and `bantam plan`',
    'They split a build over several machines ([several platforms](how-to/several-platforms.md#on-several-machines)): a plan says what all of them must agree on, and a matrix has a job for each platform of each image. They take the inputs of a build, so that the same lines serve the plan and the jobs, and these:',
    table(['input', 'default', 'what it is'], PLAN_INPUTS.map(ownInputRow)),
    'Outputs of the action:',
    table(
      ['output', 'what it is'],
      PLAN_OUTPUTS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
    '`bantam plan --plan FILE` writes the plan, and prints the matrix on standard output. A job then runs `bantam build --plan FILE --platforms OS/ARCH --result FILE` with the same flags. A plan has the names of the variables in `build-env` and `smoke-env`, and never their values.',
    '## The action `merge/` and `bantam merge`',
    'They read the results of all pieces, and check that each is there once, belongs to the plan, and agrees with itself and with what the registry has. They make the index of each image, judge the whole, and move the tags last. If anything is wrong, no tag is moved. They write one report, summary and comment.',
    table(['input', 'default', 'what it is'], MERGE_INPUTS.map(ownInputRow)),
    'The action has the outputs of a build, except `binaries`, `sbom` and `result`, which belong to the jobs.',
    '## Exit codes',
    'In the action, 1 and 2 both fail the step.',
    table(['code', 'means'], EXIT_CODES),
    '## Failure codes',
    table(
      ['code', 'what failed'],
      Object.entries(FAILURES).map(([code, what]) => [`\`${code}\``, what]),
    ),
    'The code stands in brackets behind the message. With `--json`, a command that fails prints the failure on stdout as well, as JSON that `schema/failure.json` describes, and ends with 2:',
    ['```json', JSON.stringify(EXAMPLE, null, 2), '```'].join('\n'),
    `\`message\` is the sentence that a person reads: ${list(['`what` (what failed)', '`why`', '`fix` (what to do)', '`state` (what is true now)'])}, of which all but \`what\` may be \`null\`. Scripts match on \`code\` and \`fields\`, which are stable, and not on words. \`fields\` has what is known of the failure: ${list(FIELD_NAMES)}. \`inputs\` has each input that is wrong, \`locations\` the lines of source that a compiler names, and \`output\` what a tool printed. An error in Bantam itself has the code \`defect\`, its \`message\` and its \`stack\`. Where some of what was asked for was published already, the weigh-in is printed instead: its \`missing\` says what is not there, and why.`,
  ].join('\n\n')
}

function ownInputRow({ name, default: usual, description, only }: Input): readonly string[] {
  const where = only === 'action' ? ' Only in the action.' : ''
  return [`\`${name}\``, usual === '' ? '' : `\`${usual}\``, `${description}${where}`]
}

function keyCell(name: string): string {
  return name.startsWith('(') ? `(\`{{.${name.slice(1, -1)}}}\`)` : `\`{{.${name}}}\``
}

function list(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

function inputRow(input: Input): readonly string[] {
  const where = input.only === 'action' ? ' Only in the action.' : ''
  const usual = input.default === '' ? '' : `\`${input.default}\``
  const alone =
    isSwitch(input) && input.only === undefined
      ? ' On the command line, the flag without a value means `true`.'
      : ''
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
  ['plan/action.yml', planActionFile()],
  ['merge/action.yml', mergeActionFile()],
  ['docs/reference.md', referencePage()],
  ['schema/bantam.schema.json', JSON.stringify(imagesSchema())],
  ['schema/failure.json', JSON.stringify(jsonSchema('failure.json', FAILURE_REPORT, FAILURE_DEFINITIONS))],
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
