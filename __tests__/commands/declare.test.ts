import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { declare } from '../../src/commands/declare.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

it('says that git refuses the checkout, whether or not anything was asked of git', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-declare-'))
  execFileSync('git', ['init', '-q'], { cwd: directory })
  const tools = mkdtempSync(path.join(tmpdir(), 'bantam-git-'))
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const script = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${git} "$@"\n`
  writeFileSync(path.join(tools, 'git'), script, { mode: 0o755 })
  const env = { HOME: process.env['HOME'], PATH: `${tools}:${process.env['PATH']}` }
  const host = testHost({ cwd: directory, env })
  const given = (values: object) => ({ surface: 'terminal', values, problems: [] }) as const
  const { spec } = await declare(host, given({}))
  expect(spec.platforms[0].config.labels).toEqual({})
  expect(host.log.lines.filter(line => !line.startsWith('debug:'))).toEqual([
    expect.stringMatching(/^warning: .*dubious ownership.*safe\.directory/),
  ])
  await expect(declare(host, given({ labels: 'a={{.Commit}}' }))).rejects.toEqual(
    aFailure('bad-input', {
      fields: { input: 'labels' },
      what: /git cannot read this checkout: .*safe\.directory/,
    }),
  )
})
