import { expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { runDiet } from '../../../src/commands/terminal/diet.ts'
import { freePort } from '../../support/free-port.ts'
import { recordingLog } from '../../support/host.ts'
import { SERVICE } from '../../support/service.ts'
import { testTerminal } from '../../support/terminal.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go', 'upx'], 'runDiet', () => {
  const run = async (values: Readonly<Record<string, string>>, json = false) => {
    const [terminal, log] = [testTerminal({ ...process.env, GOPROXY: 'off', GOFLAGS: '' }), recordingLog()]
    for (const [name, text] of Object.entries(SERVICE)) writeFileSync(path.join(terminal.cwd(), name), text)
    const offline = { pack: 'off', 'go-download-url': `http://127.0.0.1:${await freePort()}` }
    const given = { surface: 'terminal', values: { ...offline, ...values }, problems: [] } as const
    const exitCode = await runDiet(terminal, log, { given, json, verbose: false })
    return { exitCode, stdout: terminal.written(), lines: log.lines }
  }

  it('prints what it found alone on stdout with --json', async () => {
    const { exitCode, stdout } = await run({}, true)
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ name: 'svc', platform: 'linux/amd64' })
  }, 300_000)

  it('ends with 2 where the service cannot be built as it is', async () => {
    const { exitCode, stdout, lines } = await run({ main: './nowhere' })
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(lines).toContainEqual(expect.stringMatching(/^error: .*nowhere/))
  })
})
