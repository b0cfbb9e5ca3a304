import { expect, it } from '@jest/globals'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runBuild } from '../../../src/commands/terminal/build.ts'
import type { WeighIn } from '../../../src/weigh-in/weigh-in.ts'
import { recordingLog } from '../../support/host.ts'
import { SERVICE } from '../../support/service.ts'
import { testTerminal } from '../../support/terminal.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'runBuild', () => {
  const run = async (values: Readonly<Record<string, string>>, json = false) => {
    const [terminal, log] = [testTerminal(), recordingLog()]
    for (const [name, text] of Object.entries(SERVICE)) writeFileSync(path.join(terminal.cwd(), name), text)
    const given = { surface: 'terminal', values: { pack: 'off', ...values }, problems: [] } as const
    const exitCode = await runBuild(terminal, log, { given, json, verbose: false })
    return { exitCode, stdout: terminal.written(), text: log.lines.join('\n'), cwd: terminal.cwd() }
  }

  it('says where the image lies and how to run it', async () => {
    const { exitCode, text, cwd } = await run({ budget: 'image: 9MB', report: 'weigh-in.json' })
    expect(exitCode).toBe(0)
    expect(text).toMatch(/\.bantam\/svc {3}sha256:/)
    expect(text).toContain('run it: ')
    expect(existsSync(path.join(cwd, 'weigh-in.json'))).toBe(true)
    expect(existsSync(path.join(cwd, 'weigh-in.html'))).toBe(true)
  })

  it('prints the weigh-in with --json, also where the gate says no', async () => {
    const { exitCode, stdout, text } = await run({ budget: 'image: 1kB' }, true)
    expect(exitCode).toBe(1)
    expect((JSON.parse(stdout) as WeighIn).images[0]?.budget.status).toBe('over')
    expect(text).toMatch(/^error: .*over/im)
  })

  it('ends with 2 where it fails', async () => {
    expect(await run({ main: './nowhere' })).toMatchObject({ exitCode: 2, stdout: '' })
    expect(await run({ platforms: 'nowhere' })).toMatchObject({ exitCode: 2, stdout: '' })
  })
})
