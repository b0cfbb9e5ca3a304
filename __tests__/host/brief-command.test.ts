import { expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryDirectory } from '../support/cli.ts'
import { runBriefly, wasNotStarted } from '../../src/host/brief-command.ts'

const env = { PATH: process.env['PATH'] }

it.each([
  { name: 'a program that is not there', program: '/nowhere/tool', cwd: '/' },
  { name: 'a working directory that is not there', program: '/bin/true', cwd: '/nowhere' },
  { name: 'a path that the package cannot take', program: '/bin/a"b', cwd: '/' },
])('says that it did not start $name', async ({ program, cwd }) => {
  expect(await runBriefly(program, [], cwd, env)).toBeNull()
})

it('says that it did not start what the system cannot start', async () => {
  const file = path.join(temporaryDirectory(), 'not-a-program')
  writeFileSync(file, '#!/nowhere/interpreter\n', { mode: 0o755 })
  expect(await runBriefly(file, [], '/', env)).toBeNull()
})

it.each([
  ['Unable to locate executable file: /x. Please verify', true],
  ['The cwd: /x does not exist!', true],
  ["There was an error when attempting to execute the process '/x'. This may indicate", true],
  ['Cannot create a string longer than 0x1fffffe8 characters', false],
  ["The process '/x' failed with exit code 1", false],
])('after "%s": was it not started? %p', (message, expected) => {
  expect(wasNotStarted(new Error(message))).toBe(expected)
})
