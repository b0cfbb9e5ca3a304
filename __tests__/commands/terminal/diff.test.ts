import { beforeAll, expect, it } from '@jest/globals'
import { runDiff } from '../../../src/commands/terminal/diff.ts'
import type { WeighIn } from '../../../src/weigh-in/weigh-in.ts'
import { buildGoPrograms, PRINTLN } from '../../support/go-programs.ts'
import { recordingLog } from '../../support/host.ts'
import { testTerminal } from '../../support/terminal.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'runDiff', () => {
  let before: string
  let after: string
  beforeAll(async () => {
    const larger = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n'
    ;({ before, after } = await buildGoPrograms({ before: PRINTLN, after: larger }))
  })
  const run = async (json: boolean, first = before) => {
    const [terminal, log] = [testTerminal(), recordingLog()]
    const given = { surface: 'terminal', values: {}, problems: [] } as const
    const exitCode = await runDiff(terminal, log, { given, json, verbose: false, before: first, after })
    return { exitCode, stdout: terminal.written(), text: log.lines.join('\n') }
  }

  it('prints what grew, as lines or as JSON', async () => {
    const lines = await run(false)
    expect(lines).toMatchObject({ exitCode: 0, stdout: '', text: expect.stringContaining('fmt') })
    const { exitCode, stdout } = await run(true)
    expect(exitCode).toBe(0)
    expect((JSON.parse(stdout) as WeighIn).images[0]?.baseline?.reference).toBe(before)
  })

  it('ends with 2 where one cannot be weighed', async () => {
    expect(await run(false, '/nowhere')).toMatchObject({
      exitCode: 2,
      text: expect.stringMatching(/^error: /),
    })
  })
})
