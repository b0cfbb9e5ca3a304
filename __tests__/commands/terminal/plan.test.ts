import { expect, it } from '@jest/globals'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runPlan } from '../../../src/commands/terminal/plan.ts'
import { recordingLog } from '../../support/host.ts'
import { testTerminal } from '../../support/terminal.ts'

async function run(values: Readonly<Record<string, string>>) {
  const [terminal, log] = [testTerminal(), recordingLog()]
  writeFileSync(path.join(terminal.cwd(), 'go.mod'), 'module example.com/x\n')
  const given = { surface: 'terminal', values: { main: '.=x', ...values }, problems: [] } as const
  const exitCode = await runPlan(terminal, log, { given, json: false, verbose: false })
  return { exitCode, stdout: terminal.written(), text: log.lines.join('\n'), cwd: terminal.cwd() }
}

it('prints the matrix alone, and says where the plan is', async () => {
  const { exitCode, stdout, text, cwd } = await run({ plan: 'p.json' })
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ include: [{ platform: 'linux/amd64' }] })
  expect(text).toContain(path.join(cwd, 'p.json'))
  expect(existsSync(path.join(cwd, 'p.json'))).toBe(true)
})

it('ends with 2 where there is nothing to plan', async () => {
  expect(await run({})).toMatchObject({ exitCode: 2, stdout: '' })
  expect(await run({ plan: 'p.json', platforms: 'plan9' })).toMatchObject({ exitCode: 2, stdout: '' })
})
