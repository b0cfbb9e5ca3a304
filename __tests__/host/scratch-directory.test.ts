import { expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runToEnd, temporaryDirectory } from '../support/cli.ts'

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../src/host/scratch-directory.ts')).href

it.each([
  { name: 'by itself', end: '' },
  { name: 'by an error', end: 'throw new Error("x")' },
  { name: 'by SIGINT', end: 'process.kill(process.pid, "SIGINT"); setInterval(() => {}, 1000)' },
  { name: 'by SIGTERM', end: 'process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)' },
])('is gone when the process ends $name', async ({ end }) => {
  const parent = temporaryDirectory('scratch')
  const script = `import { scratchDirectory } from ${JSON.stringify(MODULE)}; console.log(scratchDirectory(${JSON.stringify(parent)})); ${end}`
  const { stdout } = await runToEnd(process.execPath, ['--input-type=module', '--eval', script])
  expect(path.dirname(stdout.trim())).toBe(parent)
  expect(existsSync(stdout.trim())).toBe(false)
})
