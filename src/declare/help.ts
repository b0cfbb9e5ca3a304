import { commandFlagsOf, type CommandName, flagsOf } from './command-inputs.ts'
import { type Entry, helpWidth, paragraph, section } from './help-layout.ts'
import { ABOUT, COMMAND_HELP, type Example } from './help-words.ts'
import { GROUPS, type Input, isSwitch } from './inputs.ts'

/** What this version can do, in the order of the pipeline. */
export const COMMANDS: readonly CommandName[] = [
  'build',
  'weigh',
  'diff',
  'diet',
  'verify',
  'unpack',
  'init',
  'plan',
  'merge',
]

/** Where the texts begin that stand beside commands, flags and exit codes. */
const COMMANDS_INDENT = 18
const FLAGS_INDENT = 30
const CODES_INDENT = 5

/** What `--help` prints in a window that is `columns` wide; `null` for the tool as a whole. */
export function helpFor(command: string | null, columns: number): string {
  const width = helpWidth(columns)
  const known = COMMANDS.find(name => name === command)
  return (known === undefined ? overview(width) : commandHelp(known, width)).join('\n')
}

function overview(width: number): readonly string[] {
  const commands = COMMANDS.map(name => ({
    head: `${name} ${COMMAND_HELP[name].usage.replace(' [flags]', '')}`,
    text: COMMAND_HELP[name].summary,
  }))
  return [
    paragraph(ABOUT, width),
    'Usage: bantam <command> [flags]\n',
    section('Commands', commands, width, COMMANDS_INDENT + 4),
    'To try it, run this in the directory of a Go service:\n  bantam build\n',
    paragraph('bantam <command> --help explains the flags. bantam --version prints the version.', width),
  ]
}

function commandHelp(command: CommandName, width: number): readonly string[] {
  const { usage, about, examples, exitCodes } = COMMAND_HELP[command]
  const whole = command === 'build' || command === 'diet' || command === 'plan'
  return [
    `Usage: bantam ${command} ${usage}\n`,
    ...about.map(text => paragraph(text, width)),
    ...(whole ? groupsHelp(command, width) : [flagsHelp(command, width)]),
    `Examples:\n${examples.map(example => exampleText(example, width)).join('')}`,
    ...(whole ? [paragraph(LISTS, width)] : []),
    section('Exit codes', exitCodes, width, CODES_INDENT),
    paragraph('docs/reference.md describes each flag in full.', width),
  ]
}

const LISTS =
  'A flag that takes a list takes commas or lines, or can be repeated. Sizes are written 3MB, 500kB or 2.5MiB.'

function exampleText({ command, about }: Example, width: number): string {
  return `  ${command}\n${about === undefined ? '' : paragraph(about, width, 6)}`
}

function flagsHelp(command: CommandName, width: number): string {
  const flags = flagsOf(command).map(input => flagEntry(weighing(input)))
  return section('Flags', [...flags, ...commandFlags(command)], width, FLAGS_INDENT)
}

/** Weighing has no default platform, unlike a build. */
function weighing(input: Input): Input {
  return input.name === 'platforms' ? { ...input, default: '' } : input
}

/** The flags of a build, or of what is like one, by their groups. */
function groupsHelp(command: CommandName, width: number): readonly string[] {
  return GROUPS.flatMap(group => {
    const flags = flagsOf(command).filter(input => input.group === group)
    const entries = [...flags.map(flagEntry), ...(group === 'The run' ? commandFlags(command) : [])]
    return entries.length === 0 ? [] : [section(group, entries, width, FLAGS_INDENT)]
  })
}

function commandFlags(command: CommandName): readonly Entry[] {
  return commandFlagsOf(command).map(({ name, short, description }) => ({
    head: `${short === undefined ? '' : `-${short}, `}--${name}`,
    text: description,
  }))
}

function flagEntry(input: Input): Entry {
  return { head: signature(input), text: summary(input) }
}

function signature(input: Input): string {
  if (isSwitch(input)) return `--${input.name}`
  return `--${input.name} ${input.placeholder ?? input.choices?.join('|') ?? 'VALUE'}`
}

/** The first sentence, and the default where the table knows one. */
function summary({ description, default: usual, ...input }: Input): string {
  const first = /^.*?[.](?=\s|$)/.exec(description)?.[0] ?? description
  const shown =
    usual === '' || isSwitch({ ...input, description, default: usual }) ? '' : ` [default: ${usual}]`
  return first.replaceAll('`', '') + shown
}
