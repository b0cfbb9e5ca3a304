import { describe, expect, it } from '@jest/globals'
import { COMMANDS, helpFor } from '../../src/declare/help.ts'
import { COMMAND_FLAGS, commandFlagsOf, flagsOf } from '../../src/declare/command-inputs.ts'

describe('help', () => {
  const widths = [30, 40, 63, 64, 80, 100] as const
  const pages = [null, ...COMMANDS].flatMap(command => widths.map(width => ({ command, width })))

  it.each(pages)('for $command fits into $width columns, but for what is copied', ({ command, width }) => {
    const lines = helpFor(command, width).split('\n')
    const long = lines.filter(line => line.length > width && !isOneWord(line) && !isCopied(line))
    expect(long).toEqual([])
    expect(lines.filter(line => line !== line.trimEnd())).toEqual([])
  })

  it.each([null, ...COMMANDS])('for %s is at most 100 columns wide, also in a pipe', command => {
    expect(helpFor(command, Number.POSITIVE_INFINITY)).toBe(helpFor(command, 100))
  })

  it.each([null, ...COMMANDS])('for %s has the same words at every width', command => {
    const words = widths.map(width => helpFor(command, width).split(/\s+/))
    for (const narrow of words) expect(narrow).toEqual(words[0])
  })

  it.each(['build', 'diet'] as const)('names every flag of %s once, at the beginning of a line', command => {
    const flags = [...helpFor(command, 80).matchAll(/^ {2}(?:-\w, )?--([a-z0-9-]+)/gm)].map(
      ([, name]) => name,
    )
    expect(flags).toEqual([...flagsOf(command), ...COMMAND_FLAGS].map(({ name }) => name))
  })

  it('names the flags of init, which has none of a build', () => {
    const flags = [...helpFor('init', 80).matchAll(/^ {2}(?:-\w, )?--([a-z0-9-]+)/gm)].map(([, name]) => name)
    expect(flags).toEqual(commandFlagsOf('init').map(({ name }) => name))
    expect(flags).toEqual(['stdout', 'no-build', 'verbose', 'help', 'version'])
  })

  it('leaves no Markdown in it', () => {
    expect(helpFor('build', 80)).not.toContain('`')
  })
})

/** A flag with its value, or an example: it is not broken. */
function isCopied(line: string): boolean {
  return /^(?: {2}(?:-|bantam )|Usage: |To try it)/.test(line)
}

function isOneWord(line: string): boolean {
  return !line.trim().includes(' ')
}
