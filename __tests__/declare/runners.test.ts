import { expect, it } from '@jest/globals'
import { parseRunner } from '../../src/declare/runners.ts'

it.each([
  ['linux/arm64', 'my-runner', 'linux/arm64', 'my-runner'],
  [' linux/amd64/v1', ' a ', 'linux/amd64', 'a'],
  ['linux/arm', 'a.b_c', 'linux/arm/v7', 'a.b_c'],
])('reads %s=%s', (name, value, platform, runner) => {
  expect(parseRunner({ name, value })).toEqual({ ok: true, value: { name: platform, value: runner } })
})

it.each([
  ['arm64', 'a', 'write linux/arm64'],
  ['windows/amd64', 'a', 'is not Linux'],
  ['linux/arm64', ' ', 'names no runner'],
  ['linux/arm64', 'a b', 'is not one label'],
  ['linux/arm64', '[self-hosted]', 'is not one label'],
])('refuses %s=%s', (name, value, said) => {
  expect(parseRunner({ name, value })).toMatchObject({ ok: false, problem: expect.stringContaining(said) })
})
