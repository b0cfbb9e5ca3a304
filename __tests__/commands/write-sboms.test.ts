import { expect, it } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeSboms } from '../../src/commands/write-sboms.ts'
import { jsonBlob } from '../../src/image/digest.ts'

const document = (name: string) => jsonBlob('application/spdx+json', { spdxVersion: 'SPDX-2.3', name })

it('writes the bytes of each into its file', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-sboms-'))
  const files = ['a.spdx.json', 'new/b.spdx.json'].map(name => path.join(directory, name))
  const sboms = [document('a'), document('é\u2028')]
  await writeSboms(files, sboms)
  expect(files.map(file => readFileSync(file))).toEqual(sboms.map(({ bytes }) => Buffer.from(bytes)))
})

it('writes none that is not asked for', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-sboms-')), 'x')
  await writeSboms([], [document('a')])
  await writeSboms([file], [null])
  expect(existsSync(file)).toBe(false)
})

it('says which could not be written', async () => {
  await expect(writeSboms(['/proc/nowhere/x.json'], [document('a')])).rejects.toMatchObject({ code: 'write' })
})
