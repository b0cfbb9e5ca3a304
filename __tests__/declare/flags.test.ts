import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { COMMAND_FLAGS } from '../../src/declare/command-inputs.ts'
import { inputsOf } from '../../src/declare/inputs.ts'

function given(...argv: readonly string[]) {
  const command = parseCommandLine(['build', ...argv])
  if (!command.ok || command.value.kind !== 'build') throw new Error(`no build: ${argv.join(' ')}`)
  return command.value.given
}

describe('parseCommandLine', () => {
  it.each([
    [[], {}],
    [['./a', './b'], { main: './a\n./b' }],
    [['--budget', '3MB'], { budget: '3MB' }],
    [['--budget=3MB'], { budget: '3MB' }],
    [['--env', 'A=1', '--env=B=2'], { env: 'A=1\nB=2' }],
    [['--push', './a'], { push: 'true', main: './a' }],
    [['--push=false', '--load'], { push: 'false', load: 'true' }],
    [['--args', '--verbose'], { args: '--verbose' }],
    [['--ldflags', '-X main.v=1'], { ldflags: '-X main.v=1' }],
    [['--upx-args', '--best', '--upx-args=--lzma'], { 'upx-args': '--best\n--lzma' }],
    [['--', '--budget'], { main: '--budget' }],
  ])('takes %j', (argv, values) => {
    expect(given(...argv)).toEqual({ surface: 'terminal', values, problems: [] })
  })

  it('finds the command among its flags', () => {
    const command = parseCommandLine(['--json', 'build', './a', '--verbose'])
    expect(command).toMatchObject({
      ok: true,
      value: { kind: 'build', json: true, verbose: true, given: { values: { main: './a' }, problems: [] } },
    })
  })

  it.each([
    [['--version'], 'version'],
    [['build', '--version'], 'version'],
    [[], 'help'],
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['help'], 'help'],
    [['build', '-h'], 'help'],
    [['build', './a', '--nope', '--help'], 'help'],
    [['build', '--args', '--help'], 'build'],
    [['build', '-push'], 'build'],
  ])('takes %j for %s', (argv, kind) => {
    expect(parseCommandLine(argv)).toMatchObject({ ok: true, value: { kind } })
  })

  it('knows every flag there is', () => {
    const known = [...inputsOf('terminal'), ...COMMAND_FLAGS].map(({ name }) => `--${name}=x`)
    const problems = sentencesOf(given(...known).problems).filter(one => !one.includes('takes no value'))
    expect(problems).toEqual([])
  })

  it('takes mains and the flags of a build for a diet', () => {
    const command = parseCommandLine(['diet', './cmd/api', '--build-tags', 'own', '--json'])
    expect(command).toMatchObject({
      ok: true,
      value: {
        kind: 'diet',
        json: true,
        given: { values: { main: './cmd/api', 'build-tags': 'own' }, problems: [] },
      },
    })
  })

  it.each(['--binary', '--push', '--budget', '--smoke-http', '--report'])(
    'says that %s is of a build, and not of a diet',
    flag => {
      const command = parseCommandLine(['diet', `${flag}=x`])
      if (!command.ok || command.value.kind !== 'diet') throw new Error('no diet')
      expect(sentencesOf(command.value.given.problems)).toEqual([
        `${flag} is not a flag of bantam diet, but of bantam build; leave it out.`,
      ])
    },
  )

  it('reports every unknown flag', () => {
    expect(given('--a', '--b=1', '-c').problems.map(({ input }) => input)).toEqual(['--a', '--b', '-c'])
  })

  it('never throws, and never takes a flag that it does not name', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('build', '--budget', '--push', '--', '-', '--=', '--env=', '3MB'),
    )
    fc.assert(
      fc.property(fc.array(word), argv => {
        const command = parseCommandLine(argv)
        if (!command.ok) expect(command.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})
