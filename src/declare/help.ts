import { COMMAND_FLAGS, GROUPS, type Input, inputsOf, isSwitch } from './inputs.ts'

/** What this version can do, in the order of the pipeline. */
export const COMMANDS: readonly string[] = ['build']

const WIDTH = 80
const INDENT = 30

const OVERVIEW = `bantam builds a Go service into the smallest image that provably runs, and keeps
it that small.

Usage: bantam <command> [flags]

Commands:
  build [main…]   compile, pack, prove, weigh and write or publish an image

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
  2  it could not be done: bad input, missing tool, failed compile or push

docs/reference.md says all that there is to say about each flag.
`

/** What `--help` prints, at most 80 columns wide; `null` for the tool as a whole. */
export function helpFor(command: string | null): string {
  return command === 'build' ? [BUILD, ...GROUPS.map(groupHelp), EXAMPLES].join('\n') : OVERVIEW
}

function groupHelp(group: (typeof GROUPS)[number]): string {
  const flags = inputsOf('terminal')
    .filter(input => input.group === group)
    .map(input => flagHelp(signature(input), summary(input)))
  const own = group === 'The run' ? COMMAND_FLAGS : []
  const commandFlags = own.map(({ name, short, description }) =>
    flagHelp(`${short === undefined ? '' : `-${short}, `}--${name}`, description),
  )
  return `${group}:\n${[...flags, ...commandFlags].join('')}`
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
  const own = head.length < INDENT - 1 ? [head.padEnd(INDENT) + (lines.shift() ?? '')] : [head]
  return [...own, ...lines.map(line => ' '.repeat(INDENT) + line)].map(line => `${line}\n`).join('')
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
