import { expect, it } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isThere } from '../../src/host/is-there.ts'
import { temporaryDirectory } from '../support/cli.ts'

it('sees files, directories and links that lead nowhere', async () => {
  const directory = temporaryDirectory()
  writeFileSync(path.join(directory, 'file'), '')
  symlinkSync('nowhere', path.join(directory, 'link'))
  expect(await isThere(directory)).toBe(true)
  expect(await isThere(path.join(directory, 'file'))).toBe(true)
  expect(await isThere(path.join(directory, 'link'))).toBe(true)
  expect(await isThere(path.join(directory, 'other'))).toBe(false)
})
