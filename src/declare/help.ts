import { commandFlagsOf, type CommandName, flagsOf } from './command-inputs.ts'
import { GROUPS, type Input, isSwitch } from './inputs.ts'
import { wrap } from './wrap.ts'

/** What this version can do, in the order of the pipeline. */
export const COMMANDS: readonly CommandName[] = ['build', 'weigh', 'diff', 'diet', 'init']

const WIDTH = 80
const INDENT = 30

const OVERVIEW = `bantam builds a Go service into the smallest image that provably runs, and keeps
it that small.

Usage: bantam <command> [flags]

Commands:
  build [main…]   compile, pack, prove, weigh and write or publish an image
  weigh THING     what is in any Go image or binary, against a budget
  diff A B        what grew from one of those to another
  diet [main…]    what would make an image smaller, each tried by a real build
  init [DIR]      a workflow for a project, with budgets from one build

Try it, in the directory of a Go service:
  bantam build

bantam build --help explains every flag. bantam --version shows the version.
`

const BUILD = `Usage: bantam build [main…] [flags]

Compiles a Go service statically, packs it with UPX, proves that the packed
binary starts, lays it into an image from scratch and weighs that. Without
--push, --load or --output it writes an OCI layout to .bantam/<name>, and says
how to run it.
`

const DIET = `Usage: bantam diet [main…] [flags]

Builds a Go service as it is, then with each change that could make it smaller:
build tags that its dependencies look at, no inlining, no certificates, no time
zones, zstd layers, a newer Go or module, Go's own experiments. Shows what each
takes off the image, the pull and the memory, its price, and the line to write;
then which import brings how many bytes, and what keeps the linker from dropping
dead code. It publishes nothing and changes none of your files.
`

const INIT = `Usage: bantam init [directory] [flags]

Reads how a project builds its images today (main packages, Dockerfiles,
Makefiles, .goreleaser.yaml, .ko.yaml, workflows), builds each image once
without publishing it, and writes .github/workflows/bantam.yml with budgets a
little above what was measured. It replaces no file, and runs no command that it
reads. What it could not carry over is listed with the reason, there and in the
workflow.
`

const THINGS = `A binary, an OCI layout, an archive of "docker save" or skopeo, a weigh-in, or
an image in a registry: whoever built it, none of it is run. What UPX packed is
unpacked by UPX. ./PATH:TAG is one of several images in a layout or archive.
`

const WEIGH = `Usage: bantam weigh THING [flags]

Shows what an image or a binary weighs and needs, and which modules and packages
that comes from.

${THINGS}`

const DIFF = `Usage: bantam diff BEFORE AFTER [flags]

Shows what grew and shrank from one to the other: first what is not code (Go's
version, packing, flags), then sizes, then modules and packages.

${THINGS}`

const WEIGH_EXAMPLES = `Examples:
  bantam weigh ./server
  bantam weigh ghcr.io/me/api:v1 --platforms all
  bantam weigh image.tar --budget image:20MB
      Exit code 1 if the image is over 20 MB.

Exit codes:
  0  weighed, and within the budget if there is one
  1  over budget, or not measured
  2  it could not be done
`

const DIFF_EXAMPLES = `Examples:
  bantam diff ./old ./new
  bantam diff ghcr.io/me/api:v1 .bantam/api --json

Exit codes:
  0  compared, whatever grew
  2  it could not be done
`

const DIET_EXAMPLES = `Examples:
  bantam diet
  bantam diet ./cmd/api --platforms linux/arm64 --json

Exit codes:
  0  tried, whatever came of it
  2  it could not be built as it is
`

const INIT_EXAMPLES = `Examples:
  bantam init
  bantam init services/api --no-build --stdout

Exit codes:
  0  written, or printed
  1  the same, but an image could not be built, so that its budget has no size
  2  it could not be done, or the workflow is already there; then it is printed
`

const EXAMPLES = `Examples:
  bantam build
      The only main package of this module, as an OCI layout in .bantam.
  bantam build ./cmd/api --budget 3MB --output api.tar
      One archive for "docker load"; exit code 1 if the image is over 3 MB.
  bantam build ./cmd/api --budget 3MB --image ghcr.io/me/api --tags v1 --push
      Published, unless it is over budget.

Lists take commas or lines, or the flag again. Sizes: 3MB, 500kB, 2.5MiB.

Exit codes:
  0  within budget, and published as asked
  1  over budget, or not measured
  2  anything else: bad input, missing tool, failed compile or push

docs/reference.md says all that there is to say about each flag.
`

/** What `--help` prints, at most 80 columns wide; `null` for the tool as a whole. */
export function helpFor(command: string | null): string {
  const known = COMMANDS.find(name => name === command) ?? null
  switch (known) {
    case 'build':
      return [BUILD, ...groupsHelp(known), EXAMPLES].join('\n')
    case 'diet':
      return [DIET, ...groupsHelp(known), DIET_EXAMPLES].join('\n')
    case 'weigh':
      return [WEIGH, flagsHelp(known), WEIGH_EXAMPLES].join('\n')
    case 'diff':
      return [DIFF, flagsHelp(known), DIFF_EXAMPLES].join('\n')
    case 'init':
      return [INIT, flagsHelp(known), INIT_EXAMPLES].join('\n')
    case null:
      return OVERVIEW
  }
}

function flagsHelp(command: CommandName): string {
  const flags = flagsOf(command).map(input => flagHelp(signature(input), summary(weighing(input))))
  return `Flags:\n${[...flags, ...commandFlagsHelp(command)].join('')}`
}

/** Weighing has no default platform, unlike a build. */
function weighing(input: Input): Input {
  return input.name === 'platforms' ? { ...input, default: '' } : input
}

/** The flags of a build, or of what is like one, by their groups. */
function groupsHelp(command: CommandName): readonly string[] {
  return GROUPS.flatMap(group => {
    const flags = flagsOf(command)
      .filter(input => input.group === group)
      .map(input => flagHelp(signature(input), summary(input)))
    const own = group === 'The run' ? commandFlagsHelp(command) : []
    return flags.length + own.length === 0 ? [] : [`${group}:\n${[...flags, ...own].join('')}`]
  })
}

function commandFlagsHelp(command: CommandName): readonly string[] {
  return commandFlagsOf(command).map(({ name, short, description }) =>
    flagHelp(`${short === undefined ? '' : `-${short}, `}--${name}`, description),
  )
}

function signature(input: Input): string {
  if (isSwitch(input)) return `--${input.name}`
  return `--${input.name} ${input.placeholder ?? input.choices?.join('|') ?? 'VALUE'}`
}

/** The first sentence, and the default where the table knows one. */
function summary({ description, default: usual, ...input }: Input): string {
  const first = /^.*?[.](?=\s|$)/.exec(description)?.[0] ?? description
  const shown = usual === '' || isSwitch({ ...input, description, default: usual }) ? '' : ` [${usual}]`
  return first.replaceAll('`', '') + shown
}

function flagHelp(flag: string, text: string): string {
  const lines = wrap(text, WIDTH - INDENT)
  const head = `  ${flag}`
  const indented = lines.map(line => ' '.repeat(INDENT) + line)
  // A short flag shares its line with the first words.
  const whole =
    head.length < INDENT - 1
      ? [head.padEnd(INDENT) + (lines[0] ?? ''), ...indented.slice(1)]
      : [head, ...indented]
  return whole.map(line => `${line}\n`).join('')
}
