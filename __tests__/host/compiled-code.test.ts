import { expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bantam, temporaryDirectory } from '../support/cli.ts'

/** Runs a command that needs nothing, in an environment of its own. */
async function run(env: Readonly<Record<string, string>>) {
  const home = temporaryDirectory('home')
  const { PATH = '' } = process.env
  const { exitCode } = await bantam(['--version'], { env: { PATH, HOME: home, ...env } })
  expect(exitCode).toBe(0)
  return existsSync(path.join(home, '.cache/bantam/node'))
}

it('keeps compiled code between runs of a user', async () => {
  expect(await run({})).toBe(true)
})

it.each([{ CI: 'true' }, { GITHUB_ACTIONS: 'true' }])('keeps none in a job: %j', async env => {
  expect(await run(env)).toBe(false)
})

it('works where it cannot keep any', async () => {
  expect(await run({ XDG_CACHE_HOME: '/dev/null' })).toBe(false)
})
