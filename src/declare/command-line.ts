import { parseArgs } from 'node:util'
import { COMMAND_FLAGS, FLAG_INPUTS, INIT_FLAGS } from './command-inputs.ts'
import { isSwitch } from './inputs.ts'

/** A flag as it was given. Its name may be unknown. */
export interface Flag {
  /** As typed, without its value: `--budget`, `-h`. */
  readonly typed: string
  /** `undefined` if no value follows. */
  readonly value: string | undefined
  /** Whether the value was joined by `=`. */
  readonly joined: boolean
  /**
   * A word after a switch that was probably meant as its value, though a switch only takes a value with `=`: `--push
   * false`.
   */
  readonly detached: string | undefined
}

/** The arguments of `bantam`. */
export interface CommandLine {
  readonly flags: readonly Flag[]
  readonly words: readonly string[]
}

/**
 * Splits the arguments by the rules of Node. Names of flags are checked later, so that all unknown ones are reported.
 */
export function splitCommandLine(argv: readonly string[]): CommandLine {
  const options = Object.fromEntries([
    ...FLAG_INPUTS.map(input => [input.name, { type: isSwitch(input) ? 'boolean' : 'string' }] as const),
    ...[...COMMAND_FLAGS, ...INIT_FLAGS].map(({ name }) => [name, { type: 'boolean' }] as const),
  ])
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const flags = new Map<number, Flag>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') {
      const before = flags.get(token.index - 1)
      const meant = before?.value === undefined && /^(?:true|false|auto)$/.test(token.value)
      if (before !== undefined && meant) flags.set(token.index - 1, { ...before, detached: token.value })
      else words.push(token.value)
    }
    // `-budget` is one flag with a dash missing, and not six short ones.
    if (token.kind !== 'option' || flags.has(token.index)) continue
    flags.set(token.index, {
      typed: token.rawName.startsWith('--') ? token.rawName : (argv[token.index] ?? token.rawName),
      value: token.value,
      joined: token.inlineValue === true,
      detached: undefined,
    })
  }
  return { flags: [...flags.values()], words }
}

/** Whether a flag without a value stands anywhere. */
export function asks(flags: readonly Flag[], name: string): boolean {
  const short = COMMAND_FLAGS.find(flag => flag.name === name)?.short
  return flags.some(
    ({ typed, joined }) =>
      !joined && (typed === `--${name}` || (short !== undefined && typed === `-${short}`)),
  )
}
