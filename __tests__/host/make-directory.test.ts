import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeDirectory } from '../../src/host/make-directory.ts'

describe('makeDirectory', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'bantam-directory-'))

  it('makes all that is missing, and is content with what is there', async () => {
    const deep = path.join(root, 'a', 'b', 'c')
    await makeDirectory(deep)
    await makeDirectory(deep)
    expect(statSync(deep).isDirectory()).toBe(true)
  })

  it('ends where a directory is neither there nor can be made', async () => {
    await expect(makeDirectory('/proc/none/a/b')).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(makeDirectory('/proc/self/fd/none')).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('fails where a file is in the way', async () => {
    writeFileSync(path.join(root, 'file'), '')
    await expect(makeDirectory(path.join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
    await expect(makeDirectory(path.join(root, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})
