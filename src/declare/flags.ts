import type { Given } from './given.ts'
import { COMMANDS } from './help.ts'
import {
  COMMAND_FLAGS,
  commandFlagsOf,
  type CommandName,
  FLAG_INPUTS,
  flagsOf,
  INIT_FLAGS,
} from './command-inputs.ts'
import { asks, type Flag, splitCommandLine } from './command-line.ts'
import type { InitCommand } from './init-command.ts'
import type { UnpackCommand } from './unpack-command.ts'
import { type InputName, INPUTS, type inputsOf, isRepeatable, isSwitch } from './inputs.ts'
import { didYouMean } from './nearest.ts'
import { type Checked, type Problem, wrongInput } from './problem.ts'
import { looksLikeList } from './written-list.ts'

/** What `bantam` is asked to do. */
export type Command =
  | ({ readonly kind: 'build' } & Asked)
  | ({ readonly kind: 'diet' } & Asked)
  | ({ readonly kind: 'plan' } & Asked)
  | ({ readonly kind: 'merge' } & Asked)
  | ({ readonly kind: 'weigh'; readonly thing: string } & Asked)
  | ({ readonly kind: 'diff'; readonly before: string; readonly after: string } & Asked)
  | ({ readonly kind: 'verify'; readonly image: string } & Asked)
  | UnpackCommand
  | InitCommand
  /** `null` for the tool as a whole. */
  | { readonly kind: 'help'; readonly of: string | null }
  | { readonly kind: 'version' }

interface Asked {
  readonly given: Given
  readonly json: boolean
  readonly verbose: boolean
}

type FlagInput = ReturnType<typeof inputsOf>[number]

/**
 * Reads the arguments of `bantam`. Problems with flags are returned together with the given values, so that they are
 * reported together with the problems of those values.
 */
export function parseCommandLine(argv: readonly string[]): Checked<Command> {
  const { flags, words } = splitCommandLine(argv)
  const [word, ...things] = words
  if (asks(flags, 'version')) return { ok: true, value: { kind: 'version' } }
  if (word === undefined) return withoutCommand(flags)
  if (word === 'help') return { ok: true, value: { kind: 'help', of: things[0] ?? null } }
  const command = COMMANDS.find(known => known === word)
  if (command === undefined) return { ok: false, problems: [unknownCommand(word)] }
  if (asks(flags, 'help')) return { ok: true, value: { kind: 'help', of: command } }
  if (command === 'init') return initOf(things, flags)
  const given = readFlags(command, flags, takesMains(command) ? things : [])
  if (command === 'unpack') return unpackOf(things, given, asks(flags, 'verbose'))
  return askedOf(command, things, { given, json: asks(flags, 'json'), verbose: asks(flags, 'verbose') })
}

function takesMains(command: CommandName): boolean {
  return command === 'build' || command === 'diet' || command === 'plan'
}

function askedOf(
  command: Exclude<CommandName, 'init' | 'unpack'>,
  things: readonly string[],
  asked: Asked,
): Checked<Command> {
  const [first, second, ...more] = things
  const { given } = asked
  switch (command) {
    case 'build':
    case 'diet':
    case 'plan':
      return { ok: true, value: { kind: command, ...asked } }
    case 'merge':
      return first === undefined
        ? { ok: true, value: { kind: command, ...asked } }
        : {
            ok: false,
            problems: [
              wrongInput('bantam merge', 'takes no argument; write bantam merge --plan FILE --results DIR'),
            ],
          }
    case 'weigh':
      return first === undefined || second !== undefined
        ? wrongCount(
            'bantam weigh',
            'one argument',
            `bantam weigh THING, where THING is ${THING}`,
            things,
            given,
          )
        : { ok: true, value: { kind: 'weigh', thing: first, ...asked } }
    case 'diff':
      return first === undefined || second === undefined || more.length > 0
        ? wrongCount(
            'bantam diff',
            'two arguments',
            `bantam diff BEFORE AFTER, where each is ${THING}`,
            things,
            given,
          )
        : { ok: true, value: { kind: 'diff', before: first, after: second, ...asked } }
    case 'verify':
      return first === undefined || second !== undefined
        ? wrongCount(
            'bantam verify',
            'one argument',
            `bantam verify IMAGE, where IMAGE is ${IMAGE}`,
            things,
            given,
          )
        : { ok: true, value: { kind: 'verify', image: first, ...asked } }
  }
}

function unpackOf(things: readonly string[], given: Given, verbose: boolean): Checked<Command> {
  const [file, ...more] = things
  return file === undefined || more.length > 0
    ? wrongCount('bantam unpack', 'one argument', 'bantam unpack FILE --output FILE', things, given)
    : { ok: true, value: { kind: 'unpack', file, given, verbose } }
}

const IMAGE = 'an OCI layout, an image archive or an image in a registry'
const THING = 'a binary, an OCI layout, an image archive, a weigh-in or an image in a registry'

function initOf([directory, ...more]: readonly string[], flags: readonly Flag[]): Checked<Command> {
  const { problems } = readFlags('init', flags, [])
  const tooMany = wrongInput(
    'bantam init',
    `takes one directory, but got ${more.length + 1}; write bantam init DIRECTORY`,
  )
  return {
    ok: true,
    value: {
      kind: 'init',
      directory: directory ?? null,
      stdout: asks(flags, 'stdout'),
      build: !asks(flags, 'no-build'),
      verbose: asks(flags, 'verbose'),
      problems: more.length === 0 ? problems : [tooMany, ...problems],
    },
  }
}

/** A flag that is misspelt leaves its value behind as an argument, so flags come first. */
function wrongCount(
  command: string,
  needs: string,
  write: string,
  { length }: readonly string[],
  { problems }: Given,
): Checked<Command> {
  if (problems.length > 0) return { ok: false, problems }
  const count = length === 0 ? 'none' : `${length}`
  return {
    ok: false,
    problems: [wrongInput(command, `needs ${needs}, but got ${count}; write ${write}`)],
  }
}

function withoutCommand(flags: readonly Flag[]): Checked<Command> {
  const other = flags.find(({ typed }) => !['--help', '-h'].includes(typed))
  if (other === undefined) return { ok: true, value: { kind: 'help', of: null } }
  return {
    ok: false,
    problems: [wrongInput('bantam', `has flags and no command; write bantam build ${other.typed} …`)],
  }
}

function unknownCommand(command: string): Problem {
  const looksLikeMain = /^[./]/.test(command)
  const hint = looksLikeMain
    ? `; write bantam build ${command}`
    : didYouMean(command, COMMANDS) || `; this version knows ${COMMANDS.join(', ')}`
  return wrongInput(`"${command}"`, `is not a command${hint}`)
}

function readFlags(command: CommandName, flags: readonly Flag[], mains: readonly string[]): Given {
  const inputs = flagsOf(command)
  const own = commandFlagsOf(command)
  const values: Partial<Record<InputName, string>> = {}
  const repeated: Partial<Record<InputName, readonly string[]>> = {}
  const problems: Problem[] = []
  if (mains.length > 0) values.main = mains.join('\n')
  for (const flag of flags) {
    if (own.some(({ name, short }) => flag.typed === `--${name}` || flag.typed === `-${short}`)) {
      if (flag.joined) problems.push(wrongInput(flag.typed, 'takes no value; write it alone'))
      continue
    }
    const input = inputs.find(({ name }) => flag.typed === `--${name}`)
    if (input === undefined) {
      problems.push(unknownFlag(command, flag.typed))
      continue
    }
    const value = valueOf(input, flag)
    const before = values[input.name]
    if (value === null) {
      problems.push(wrongInput(input.name, valueProblem(input, flag)))
    } else if (before === undefined || isRepeatable(input)) {
      values[input.name] = before === undefined ? value : `${before}\n${value}`
      if (before !== undefined) repeated[input.name] = [...(repeated[input.name] ?? [before]), value]
    } else {
      problems.push(wrongInput(input.name, 'is given twice; write it once'))
    }
  }
  const withLists = Object.entries(repeated).filter(([, all]) => all.some(looksLikeList))
  return {
    surface: 'terminal',
    values,
    problems,
    ...(withLists.length === 0 ? {} : { repeated: Object.fromEntries(withLists) }),
  }
}

/**
 * Returns `null` if a value is missing. An empty value also counts as missing: it is usually an unset variable, and
 * must not turn a gate off.
 */
function valueOf(input: FlagInput, { value, joined, detached }: Flag): string | null {
  if (detached !== undefined) return null
  if (isSwitch(input) && !joined) return 'true'
  if (value === undefined || value.trim() === '') return null
  return !joined && input.kind !== 'words' && isKnownFlag(value) ? null : value
}

function valueProblem(input: FlagInput, { value, detached }: Flag): string {
  if (detached !== undefined) return `takes its value behind "="; write --${input.name}=${detached}`
  const example = `write --${input.name} ${input.placeholder ?? input.choices?.join('|') ?? 'VALUE'}`
  if (value === undefined) return `has no value; ${example}`
  return value.trim() === ''
    ? `is empty; ${example}, or leave it out`
    : `has no value before ${value}; ${example}`
}

function isKnownFlag(word: string): boolean {
  const name = /^--([^=]+)/.exec(word)?.[1]
  return [...FLAG_INPUTS, ...COMMAND_FLAGS, ...INIT_FLAGS].some(known => known.name === name)
}

function unknownFlag(command: CommandName, typed: string): Problem {
  const names = [...flagsOf(command), ...commandFlagsOf(command)].map(({ name }) => `--${name}`)
  const bare = typed.replace(/=.*$/s, '')
  const of = command === 'build' ? '' : ` of bantam ${command}`
  const other = COMMANDS.find(known => flagsOf(known).some(({ name }) => bare === `--${name}`))
  if (other !== undefined) return wrongInput(bare, `is not a flag${of}, but of bantam ${other}; leave it out`)
  if (INPUTS.some(({ name }) => bare === `--${name}`))
    return wrongInput(bare, 'is an input of the action only; leave it out')
  const hint =
    didYouMean(`--${bare.replace(/^-+/, '')}`, names) || `; bantam ${command} --help lists the flags`
  return wrongInput(bare, `is not a flag${of}${hint}`)
}
