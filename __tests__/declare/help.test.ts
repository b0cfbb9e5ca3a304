import { describe, expect, it } from '@jest/globals'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { COMMANDS, helpFor } from '../../src/declare/help.ts'
import { COMMAND_FLAGS, inputsOf } from '../../src/declare/inputs.ts'

describe('help', () => {
  it.each([null, ...COMMANDS])('for %s fits into 80 columns', command => {
    const long = helpFor(command)
      .split('\n')
      .filter(line => line.length > 80 || line !== line.trimEnd())
    expect(long).toEqual([])
  })

  it('names every flag once, at the beginning of a line', () => {
    const flags = [...helpFor('build').matchAll(/^ {2}(?:-\w, )?--([a-z0-9-]+)/gm)].map(([, name]) => name)
    expect(flags).toEqual([...inputsOf('terminal'), ...COMMAND_FLAGS].map(({ name }) => name))
  })

  it('has examples that are taken', () => {
    const examples = [...helpFor('build').matchAll(/^ {2}bantam (build.*)$/gm)].map(([, line = '']) =>
      line.split(' '),
    )
    expect(examples.length).toBeGreaterThanOrEqual(3)
    for (const argv of examples) {
      expect(parseCommandLine(argv)).toMatchObject({
        ok: true,
        value: { kind: 'build', given: { problems: [] } },
      })
    }
  })

  it('leaves no Markdown in it', () => {
    expect(helpFor('build')).not.toContain('`')
  })
})
