import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { COMMENT_INPUTS, FLAG_INPUTS, flagsOf, WEIGH_INPUTS } from '../../src/declare/command-inputs.ts'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { INPUTS } from '../../src/declare/inputs.ts'

/** Inputs that are wrong. */
function wrong(argv: readonly string[]): readonly string[] {
  const command = parseCommandLine(argv)
  if (!command.ok) return command.problems.map(({ input }) => input)
  return 'given' in command.value ? command.value.given.problems.map(({ input }) => input) : []
}

describe('weigh and diff', () => {
  it('take nothing for a main package', () => {
    const command = parseCommandLine(['weigh', './a'])
    expect(command.ok && 'given' in command.value && command.value.given.values).toEqual({})
  })

  it('take the things that they are about', () => {
    expect(parseCommandLine(['weigh', './a', '--json'])).toMatchObject({
      ok: true,
      value: {
        kind: 'weigh',
        thing: './a',
        json: true,
        verbose: false,
        given: { values: {}, problems: [] },
      },
    })
    expect(parseCommandLine(['diff', './a', '--verbose', './b'])).toMatchObject({
      ok: true,
      value: { kind: 'diff', before: './a', after: './b', json: false, verbose: true },
    })
  })

  it.each([
    { argv: ['weigh'], input: 'bantam weigh', counted: 'none' },
    { argv: ['weigh', './a', './b'], input: 'bantam weigh', counted: '2' },
    { argv: ['diff'], input: 'bantam diff', counted: 'none' },
    { argv: ['diff', './a'], input: 'bantam diff', counted: '1' },
    { argv: ['diff', './a', './b', './c'], input: 'bantam diff', counted: '3' },
  ])('refuse another number of them: $argv', ({ argv, input, counted }) => {
    const command = parseCommandLine(argv)
    expect(command).toMatchObject({ ok: false, problems: [{ input }] })
    expect(command.ok ? '' : sentencesOf(command.problems)[0]).toContain(`but got ${counted};`)
  })

  it.each([
    { argv: ['weigh', './a', '--budget=3MB', '--depth=function', '--platforms=all'], problems: [] },
    { argv: ['weigh', './a', '--registry-username=me', '--registry-password=x'], problems: [] },
    { argv: ['diff', './a', './b', '--depth=function'], problems: [] },
    { argv: ['diff', './a', './b', '--budget=3MB'], problems: ['--budget'] },
    { argv: ['weigh', './a', '--push', '--nope'], problems: ['--push', '--nope'] },
    { argv: ['weigh', './a', '--budget='], problems: ['budget'] },
    { argv: ['weigh', './a', '--json=true'], problems: ['--json'] },
    { argv: ['build', '--budget', '--push'], problems: ['budget'] },
    { argv: ['build', '--budget=3MB', '--budget=memory: 4MB'], problems: [] },
    { argv: ['build', '--user=1', '--user=2'], problems: ['user'] },
    { argv: ['build', '--push', 'false'], problems: ['push'] },
    { argv: ['build', '--comment=true'], problems: ['--comment'] },
    { argv: ['build', '--weigh-in=x'], problems: ['--weigh-in'] },
  ])('take flags of theirs alone: $argv', ({ argv, problems }) => {
    expect(wrong(argv)).toEqual(problems)
  })
})

describe('init', () => {
  it.each([
    { argv: ['init'], value: { directory: null, stdout: false, build: true, verbose: false } },
    { argv: ['init', 'a', '--stdout'], value: { directory: 'a', stdout: true, build: true } },
    {
      argv: ['init', '--no-build', './a', '--verbose'],
      value: { directory: './a', build: false, verbose: true },
    },
  ])('reads $argv', ({ argv, value }) => {
    expect(parseCommandLine(argv)).toMatchObject({
      ok: true,
      value: { kind: 'init', problems: [], ...value },
    })
  })

  it.each([
    { argv: ['init', 'a', 'b'], problems: ['bantam init'], says: 'got 2' },
    { argv: ['init', '--stdout=x'], problems: ['--stdout'], says: 'takes no value' },
    { argv: ['init', '--no-build=false'], problems: ['--no-build'], says: 'takes no value' },
    { argv: ['init', '--json'], problems: ['--json'], says: 'not a flag of bantam init' },
    { argv: ['init', '--budget', '3MB'], problems: ['--budget'], says: 'but of bantam build' },
    { argv: ['init', '--stdut'], problems: ['--stdut'], says: 'did you mean "--stdout"' },
    { argv: ['init', '--summary'], problems: ['--summary'], says: 'input of the action only' },
    { argv: ['init', '--no-push', '--image'], problems: ['--no-push', '--image'], says: 'not a flag' },
  ])('refuses $argv', ({ argv, problems, says }) => {
    const command = parseCommandLine(argv)
    const found = command.ok && command.value.kind === 'init' ? command.value.problems : []
    expect(found.map(({ input }) => input)).toEqual(problems)
    expect(sentencesOf(found)[0]).toContain(says)
  })

  it.each([
    ['build', '--stdout'],
    ['weigh', 'x', '--no-build'],
    ['diet', '--stdout'],
  ])('has its flags for itself: %s %s', (...argv) => {
    expect(wrong(argv)).toEqual([argv.at(-1)])
  })
})

describe('flagsOf', () => {
  it('are one input each, as the command means it', () => {
    for (const command of ['weigh', 'diff'] as const) {
      const flags = flagsOf(command)
      expect(flags.map(({ name }) => name)).toEqual([...new Set(flags.map(({ name }) => name))])
    }
    const budget = flagsOf('weigh').find(({ name }) => name === 'budget')
    expect(budget?.description).toBe(WEIGH_INPUTS.find(({ name }) => name === 'budget')?.description)
    expect(budget?.description).not.toBe(INPUTS.find(({ name }) => name === 'budget')?.description)
    const names = (command: 'weigh' | 'diff') => flagsOf(command).map(({ name }) => name)
    expect(names('weigh')).toEqual(['platforms', 'depth', 'budget', 'registry-username', 'registry-password'])
    expect(names('diff')).toEqual(names('weigh').filter(name => name !== 'budget'))
  })

  it('of a diet are those of a build that make the image', () => {
    const names = flagsOf('diet').map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining(['main', 'ldflags', 'go-version', 'upx-args', 'certificates']),
    )
    for (const other of ['binary', 'budget', 'push', 'image', 'output', 'comment'])
      expect(names).not.toContain(other)
  })

  it('are none of what the actions alone take', () => {
    const own = INPUTS.filter(({ only }) => only === 'action' || only === 'comment').map(({ name }) => name)
    expect(own.length).toBeGreaterThan(1)
    for (const name of own) expect(FLAG_INPUTS.map(flag => flag.name)).not.toContain(name)
    expect(FLAG_INPUTS).toHaveLength(INPUTS.length - own.length)
  })
})

describe('COMMENT_INPUTS', () => {
  it('need the weigh-in alone', () => {
    expect(COMMENT_INPUTS.map(({ name, required = false }) => [name, required])).toEqual([
      ['weigh-in', true],
      ['comment', false],
      ['github-token', false],
    ])
  })
})
