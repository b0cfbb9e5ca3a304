import { expect, it } from '@jest/globals'
import { problems, readVersions } from '../scripts/release.mjs'
import { VERSION } from '../src/version.ts'

it('is the same in package.json, package-lock.json, src/version.ts and at the top of CHANGELOG.md', () => {
  const versions = readVersions()
  expect(problems(versions)).toEqual([])
  expect(versions.manifest.version).toBe(VERSION)
})
