import { expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readPlanFile } from '../../../../src/commands/steps/plan/read-plan-file.ts'
import { writePlan } from '../../../../src/plan/read-plan.ts'
import { plan } from '../../../plan/sample.ts'
import { testHost } from '../../../support/host.ts'

function read(text: string | null) {
  const host = testHost()
  const file = path.join(host.cwd, 'plan.json')
  if (text !== null) writeFileSync(file, text)
  return readPlanFile(host, file)
}

it('reads a plan', async () => {
  expect(await read(writePlan(plan()))).toEqual(plan())
})

it.each([
  [null, 'plan "plan.json" cannot be read: there is no such file.'],
  ['', 'plan "plan.json" is not JSON.'],
  ['{}', 'plan "plan.json" is not what a plan of this version has'],
])('refuses %j', async (text, said) => {
  await expect(read(text)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining(said.slice(1)),
  })
})
