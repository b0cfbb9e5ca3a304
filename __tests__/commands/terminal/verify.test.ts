import { describe, expect, it } from '@jest/globals'
import { runVerify } from '../../../src/commands/terminal/verify.ts'
import type { Given } from '../../../src/declare/given.ts'
import { recordingLog } from '../../support/host.ts'
import { testTerminal } from '../../support/terminal.ts'

async function run(json: boolean, values: Given['values'] = {}) {
  const [terminal, log] = [testTerminal(), recordingLog()]
  const given = { surface: 'terminal', values, problems: [] } as const
  const exitCode = await runVerify(terminal, log, { given, json, verbose: false, image: './nowhere' })
  return { exitCode, stdout: terminal.written(), lines: log.lines }
}

describe('runVerify', () => {
  it('ends with 2 where there is no image, in words or as JSON', async () => {
    expect(await run(false)).toMatchObject({
      exitCode: 2,
      stdout: '',
      lines: [expect.stringMatching(/^error: .*there is no such file/)],
    })
    const { exitCode, stdout } = await run(true)
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ failure: { code: 'bad-input' } })
  })

  it('reports all problems of its flags', async () => {
    const { exitCode, lines } = await run(false, { platforms: 'x', 'upx-sha256': 'y' })
    expect({ exitCode, said: lines.join('\n') }).toEqual({
      exitCode: 2,
      said: expect.stringMatching(/2 inputs are wrong:[^]*--platforms[^]*--upx-sha256/),
    })
  })
})
