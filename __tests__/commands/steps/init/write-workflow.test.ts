import { expect, it } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeWorkflow } from '../../../../src/commands/steps/init/write-workflow.ts'
import { WORKFLOW_PATH } from '../../../../src/init/workflow.ts'
import { temporaryDirectory } from '../../../support/cli.ts'

it('writeWorkflow makes the directories, and replaces nothing', async () => {
  const top = temporaryDirectory('write')
  await writeWorkflow(top, 'one')
  await expect(writeWorkflow(top, 'two')).rejects.toMatchObject({ code: 'write' })
  expect(readFileSync(path.join(top, WORKFLOW_PATH), 'utf8')).toBe('one')
})

it('writeWorkflow says why it could not write', async () => {
  const top = temporaryDirectory('write')
  mkdirSync(path.join(top, '.github'))
  writeFileSync(path.join(top, '.github/workflows'), '')
  await expect(writeWorkflow(top, 'x')).rejects.toMatchObject({ code: 'write' })
})
