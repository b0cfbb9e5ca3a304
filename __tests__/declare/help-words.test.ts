import { describe, expect, it } from '@jest/globals'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { COMMANDS } from '../../src/declare/help.ts'
import { COMMAND_HELP } from '../../src/declare/help-words.ts'

const examples = COMMANDS.flatMap(kind =>
  COMMAND_HELP[kind].examples.map(({ command }) => ({ kind, command })),
)

describe('the examples of help', () => {
  it.each(examples)('$command is a command line of bantam', ({ kind, command }) => {
    const [tool, ...argv] = command.split(' ')
    expect(tool).toBe('bantam')
    const taken = kind === 'init' ? { kind, problems: [] } : { kind, given: { problems: [] } }
    expect(parseCommandLine(argv)).toMatchObject({ ok: true, value: taken })
  })

  it.each(COMMANDS)('has at least one for %s', kind => {
    expect(COMMAND_HELP[kind].examples.length).toBeGreaterThan(0)
  })
})
