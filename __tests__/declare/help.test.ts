import { describe, expect, it } from '@jest/globals'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { COMMANDS, helpFor } from '../../src/declare/help.ts'
import { COMMAND_FLAGS, commandFlagsOf, flagsOf } from '../../src/declare/command-inputs.ts'

describe('help', () => {
  it.each([null, ...COMMANDS])('for %s fits into 80 columns', command => {
    const long = helpFor(command)
      .split('\n')
      .filter(line => line.length > 80 || line !== line.trimEnd())
    expect(long).toEqual([])
  })

  it.each(['build', 'diet'] as const)('names every flag of %s once, at the beginning of a line', command => {
    const flags = [...helpFor(command).matchAll(/^ {2}(?:-\w, )?--([a-z0-9-]+)/gm)].map(([, name]) => name)
    expect(flags).toEqual([...flagsOf(command), ...COMMAND_FLAGS].map(({ name }) => name))
  })

  it('names the flags of init, which has none of a build', () => {
    const flags = [...helpFor('init').matchAll(/^ {2}(?:-\w, )?--([a-z0-9-]+)/gm)].map(([, name]) => name)
    expect(flags).toEqual(commandFlagsOf('init').map(({ name }) => name))
    expect(flags).toEqual(['stdout', 'no-build', 'verbose', 'help', 'version'])
  })

  it('has examples of init that are taken', () => {
    const examples = [...helpFor('init').matchAll(/^ {2}bantam (init.*)$/gm)].map(([, line = '']) =>
      line.split(' '),
    )
    expect(examples.length).toBeGreaterThanOrEqual(2)
    for (const argv of examples)
      expect(parseCommandLine(argv)).toMatchObject({ ok: true, value: { kind: 'init', problems: [] } })
  })

  it.each([
    { kind: 'build', least: 3 },
    { kind: 'diet', least: 2 },
  ] as const)('has examples of $kind that are taken', ({ kind, least }) => {
    const examples = [...helpFor(kind).matchAll(/^ {2}bantam ((?:build|diet).*)$/gm)].map(([, line = '']) =>
      line.split(' '),
    )
    expect(examples.length).toBeGreaterThanOrEqual(least)
    for (const argv of examples) {
      expect(parseCommandLine(argv)).toMatchObject({
        ok: true,
        value: { kind, given: { problems: [] } },
      })
    }
  })

  it('leaves no Markdown in it', () => {
    expect(helpFor('build')).not.toContain('`')
  })
})
