import { describe, expect, it } from '@jest/globals'
import { withoutBuilding } from '../../../src/commands/terminal/without-building.ts'
import { recordingLog } from '../../support/host.ts'
import { testTerminal } from '../../support/terminal.ts'

const asked = (values: Readonly<Record<string, string>>) => ({
  given: { surface: 'terminal', values, problems: [] } as const,
  json: false,
  verbose: false,
})

describe('withoutBuilding', () => {
  it('hands over what was asked for, and keeps the password secret', async () => {
    const log = recordingLog()
    const values = { 'registry-username': 'alice', 'registry-password': 's3cret', depth: 'function' }
    const exitCode = await withoutBuilding(testTerminal(), log, asked(values), async (_, spec) => {
      expect(spec).toMatchObject({ depth: 'function', credentials: { username: 'alice' } })
      return 1
    })
    expect(exitCode).toBe(1)
    expect(log.lines).toEqual(['secret: s3cret'])
  })

  it('ends with 2 where the flags are wrong, and where the command fails', async () => {
    const log = recordingLog()
    const run = async () => {
      throw new Error('a defect')
    }
    expect(await withoutBuilding(testTerminal(), log, asked({ depth: 'x' }), run)).toBe(2)
    expect(await withoutBuilding(testTerminal(), log, asked({}), run)).toBe(2)
    expect(log.lines).toEqual([
      expect.stringMatching(/^error: --depth "x"/),
      expect.stringMatching(/^error: This is a defect in Bantam/),
    ])
  })
})
