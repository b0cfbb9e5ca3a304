import { expect, it } from '@jest/globals'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runMerge } from '../../../src/commands/terminal/merge.ts'
import { writeResult } from '../../../src/plan/result.ts'
import { writePlan } from '../../../src/plan/read-plan.ts'
import type { WeighIn } from '../../../src/weigh-in/weigh-in.ts'
import { AMD64, ARM64, plan, result } from '../../plan/sample.ts'
import { recordingLog } from '../../support/host.ts'
import { testTerminal } from '../../support/terminal.ts'

async function run(
  platforms: readonly string[],
  values: Readonly<Record<string, string>> = {},
  json = false,
) {
  const [terminal, log] = [testTerminal(), recordingLog()]
  const of = plan({ push: 'false' })
  mkdirSync(path.join(terminal.cwd(), 'r'))
  writeFileSync(path.join(terminal.cwd(), 'p.json'), writePlan(of))
  for (const [at, platform] of platforms.entries())
    writeFileSync(
      path.join(terminal.cwd(), 'r', `${at}.json`),
      writeResult(result(of, platform, { pushed: false })),
    )
  const given = {
    surface: 'terminal',
    values: { plan: 'p.json', results: 'r', ...values },
    problems: [],
  } as const
  const exitCode = await runMerge(terminal, log, { given, json, verbose: false })
  return { exitCode, stdout: terminal.written(), text: log.lines.join('\n'), cwd: terminal.cwd() }
}

it('shows the verdict on every platform, and writes the report', async () => {
  const { exitCode, text, cwd } = await run([AMD64, ARM64], { report: 'all.json' })
  expect(exitCode).toBe(0)
  expect(text).toContain('within budget, linux/amd64')
  expect(text).toContain('within budget, linux/arm64')
  expect(existsSync(path.join(cwd, 'all.html'))).toBe(true)
})

it('prints the weigh-in alone with --json', async () => {
  const { stdout } = await run([AMD64, ARM64], {}, true)
  expect((JSON.parse(stdout) as WeighIn).images[0]?.platforms).toHaveLength(2)
})

it('ends with 2 where a piece is missing', async () => {
  expect(await run([AMD64])).toMatchObject({
    exitCode: 2,
    stdout: '',
    text: expect.stringContaining('--results has no result of linux/arm64;'),
  })
})
