import { parseDuration } from './duration.ts'
import { splitLines } from './list.ts'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { parseShellWords } from './shell-words.ts'
import type { HealthcheckSpec } from './spec.ts'
import { readWrittenList } from './written-list.ts'

const EXAMPLE = 'CMD /api health'

/** The flags of Docker's HEALTHCHECK, and which part of the spec each is. */
const DURATIONS = {
  interval: 'interval',
  timeout: 'timeout',
  'start-period': 'startPeriod',
  'start-interval': 'startInterval',
} as const

const FLAGS = [...Object.keys(DURATIONS), 'retries'].map(name => `--${name}`)

/** Docker refuses shorter ones. */
const SHORTEST = 1e6

type Times = Omit<Extract<HealthcheckSpec, { kind: 'command' }>, 'kind' | 'words'>

/**
 * Reads what stands behind HEALTHCHECK in a Dockerfile: `NONE`, or `[--interval=30s …] CMD program argument…`. The words
 * behind CMD may be a list as JSON or YAML write it. There is no shell to run them.
 */
export function parseHealthcheck(text: string): Parsed<HealthcheckSpec> {
  const given = splitLines(text.replaceAll(/\\\r?\n/g, ' ')).join('\n')
  if (/^HEALTHCHECK\b/i.test(given))
    return problem(`begins with HEALTHCHECK; write what stands behind it, such as ${EXAMPLE}`)
  if (given.toUpperCase() === 'NONE') return parsed({ kind: 'none' })
  const list = readWrittenList(text, { colons: 'refused' })
  if (!list.ok) return list
  if (list.value !== null) return fromTest(list.value)
  const [, flags = '', keyword = '', command = ''] = /^((?:--\S+\s+)*)(\S*)\s*([\s\S]*)$/.exec(given) ?? []
  const times = parseFlags(flags.split(/\s+/).filter(flag => flag !== ''))
  if (!times.ok) return times
  if (keyword.startsWith('--'))
    return problem(`has no command behind its flags; write CMD and a program, as in ${EXAMPLE}`)
  const words = fromCommand(keyword, command.trim())
  return words.ok ? parsed({ ...words.value, ...times.value }) : words
}

/** The list that a config has in `Test`, which Compose files write too. */
function fromTest([keyword = '', ...words]: readonly string[]): Parsed<HealthcheckSpec> {
  if (keyword === 'NONE' && words.length === 0) return parsed({ kind: 'none' })
  const known = checkKeyword(keyword, words.join(' '))
  return known === null ? fromWords(words) : problem(known)
}

function fromCommand(keyword: string, command: string): Parsed<HealthcheckSpec> {
  const known = checkKeyword(keyword, command)
  if (known !== null) return problem(known)
  const list = readWrittenList(command, { colons: 'refused' })
  if (!list.ok) return list
  if (list.value !== null) return fromWords(list.value)
  const shell = /(?:^|\s)(\|\|?|&&?|[<>]+\S*)(?:\s|$)|(\$[A-Za-z_{(]|`|;(?=\s|$))/.exec(command)
  if (shell !== null)
    return problem(
      `has ${(shell[1] ?? shell[2] ?? '').slice(0, 2)}, which only a shell understands, and the image has none; write CMD and the words of one program of the image, as in ${EXAMPLE}`,
    )
  const words = parseShellWords(command)
  return words.ok ? fromWords(words.value) : words
}

function checkKeyword(keyword: string, command: string): string | null {
  switch (keyword) {
    case 'CMD':
      return null
    case 'CMD-SHELL':
      return `asks for a shell, and the image has none; write CMD and the words of one program of the image, as in ${EXAMPLE}`
    case 'NONE':
      return 'has something beside NONE; write NONE alone'
    default:
      return `does not begin with CMD or NONE; write CMD ${[keyword, command].filter(word => word !== '').join(' ') || '/api health'}`
  }
}

function fromWords(words: readonly string[]): Parsed<HealthcheckSpec> {
  return words[0] === undefined || words[0] === ''
    ? problem(`has no program behind CMD; write ${EXAMPLE}`)
    : parsed({ kind: 'command', words })
}

function parseFlags(flags: readonly string[]): Parsed<Times> {
  let times: Times = {}
  const seen = new Set<string>()
  for (const flag of flags) {
    const [, name = '', value] = /^--([^=]*)(?:=(.*))?$/.exec(flag) ?? []
    const shown = `--${name}`
    if (!FLAGS.includes(shown))
      return problem(
        `has the flag ${shown}, which is unknown${didYouMean(shown, FLAGS) || `; the flags are ${FLAGS.join(', ')}`}`,
      )
    if (value === undefined)
      return problem(`has ${shown} without "="; write ${shown}=${name === 'retries' ? 3 : '30s'}`)
    if (seen.has(name)) return problem(`has ${shown} twice; write it once`)
    seen.add(name)
    const time = parseTime(name, value)
    if (!time.ok) return time
    times = { ...times, ...time.value }
  }
  return parsed(times)
}

function parseTime(name: string, value: string): Parsed<Times> {
  if (name === 'retries')
    return /^[1-9]\d{0,3}$/.test(value)
      ? parsed({ retries: Number(value) })
      : problem(`has "${value}" for --retries; write a number from 1 on`)
  const key = Object.hasOwn(DURATIONS, name) ? DURATIONS[name as keyof typeof DURATIONS] : 'interval'
  const duration = parseDuration(value)
  if (!duration.ok) return duration
  return duration.value < SHORTEST
    ? problem(`has --${name}=${value}, which is shorter than 1ms; write a longer one, or leave it out`)
    : parsed({ [key]: duration.value })
}
