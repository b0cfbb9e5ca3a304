import { describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkArchivePlace, checkLayoutPlace } from '../../src/output/place.ts'
import { aFailure } from '../support/a-failure.ts'

const place = (...parts: readonly string[]) =>
  path.join(mkdtempSync(path.join(tmpdir(), 'bantam-place-')), ...parts)

describe.each([
  ['checkLayoutPlace', checkLayoutPlace],
  ['checkArchivePlace', checkArchivePlace],
])('%s', (_, check) => {
  it('makes nothing, however much of the path is missing', async () => {
    const at = place('a', 'b', 'c')
    await check(at)
    expect(readdirSync(path.dirname(path.dirname(path.dirname(at))))).toEqual([])
  })

  it('refuses what lies below a file, at any depth', async () => {
    const file = place('file')
    writeFileSync(file, '')
    for (const at of [path.join(file, 'x'), path.join(file, 'x', 'y')])
      await expect(check(at)).rejects.toEqual(
        aFailure('write', { fields: { file: at }, why: 'a part of its path is not a directory' }),
      )
  })

  it('refuses where no directory can be made', async () => {
    await expect(check('/proc/nowhere/x')).rejects.toMatchObject({ code: 'write' })
  })
})

it('looks where a link to a layout leads', async () => {
  const directory = place()
  mkdirSync(path.join(directory, 'full'))
  writeFileSync(path.join(directory, 'full', 'x'), '')
  symlinkSync('full', path.join(directory, 'link'))
  await expect(checkLayoutPlace(path.join(directory, 'link'))).rejects.toEqual(
    aFailure('write', { fields: { directory: path.join(directory, 'full') }, why: 'is no OCI layout' }),
  )
})

it('takes a file for the place of an archive, and no directory', async () => {
  const directory = place()
  writeFileSync(path.join(directory, 'x.tar'), '')
  await checkArchivePlace(path.join(directory, 'x.tar'))
  await expect(checkArchivePlace(directory)).rejects.toMatchObject({ code: 'write' })
})
