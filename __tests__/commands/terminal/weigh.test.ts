import { beforeAll, expect, it } from '@jest/globals'
import { runWeigh } from '../../../src/commands/terminal/weigh.ts'
import type { WeighIn } from '../../../src/weigh-in/weigh-in.ts'
import { buildGoPrograms, PRINTLN } from '../../support/go-programs.ts'
import { recordingLog } from '../../support/host.ts'
import { testTerminal } from '../../support/terminal.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'runWeigh', () => {
  let program: string
  beforeAll(async () => {
    ;({ program } = await buildGoPrograms({ program: PRINTLN }))
  })
  const run = async (values: Readonly<Record<string, string>>, { json = false, thing = program } = {}) => {
    const [terminal, log] = [testTerminal(), recordingLog()]
    const given = { surface: 'terminal', values, problems: [] } as const
    const exitCode = await runWeigh(terminal, log, { given, json, verbose: false, thing })
    return { exitCode, stdout: terminal.written(), lines: log.lines }
  }

  it('prints the table, and nothing on stdout that is not the log’s', async () => {
    const { exitCode, stdout, lines } = await run({})
    expect([exitCode, stdout]).toEqual([0, ''])
    expect(lines.join('\n')).toContain('program')
  })

  it('prints the weigh-in alone with --json', async () => {
    const { exitCode, stdout, lines } = await run({}, { json: true })
    expect(exitCode).toBe(0)
    expect((JSON.parse(stdout) as WeighIn).images[0]?.name).toBe('program')
    expect(lines).toEqual([])
  })

  it('ends with 1 where the gate says no, and with 2 where it cannot be weighed', async () => {
    const over = await run({ budget: 'image: 1kB' })
    expect(over).toMatchObject({
      exitCode: 1,
      lines: expect.arrayContaining([expect.stringMatching(/^error: /)]),
    })
    expect(await run({ depth: 'wrong' })).toMatchObject({ exitCode: 2 })
    expect(await run({}, { thing: '/nowhere' })).toMatchObject({ exitCode: 2 })
  })
})
