import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { jsonFilesAt, readSmallFile } from '../../src/host/small-files.ts'
import { testHost } from '../support/host.ts'

const BOUNDS = { entries: 10, files: 3 }

function directory(...names: readonly string[]): string {
  const { cwd } = testHost()
  const root = path.join(cwd, 'files')
  mkdirSync(root)
  for (const name of names) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), name)
  }
  return root
}

describe('readSmallFile', () => {
  it('reads a file, up to its bound', async () => {
    const file = path.join(directory('a.json'), 'a.json')
    expect(Buffer.from(await readSmallFile(file, 6)).toString()).toBe('a.json')
    await expect(readSmallFile(file, 5)).rejects.toThrow('is larger than 5 bytes')
  })

  it('opens no directory, link or pipe', async () => {
    const root = directory('a.json')
    symlinkSync('a.json', path.join(root, 'link'))
    execFileSync('mkfifo', [path.join(root, 'pipe')])
    for (const name of ['.', 'link', 'pipe'])
      await expect(readSmallFile(path.join(root, name), 10)).rejects.toThrow('is not a regular file')
    await expect(readSmallFile(path.join(root, 'none'), 10)).rejects.toThrow('ENOENT')
  })
})

describe('jsonFilesAt', () => {
  it('finds files at any depth, sorted, and a single one', async () => {
    const root = directory('b/r.json', 'a/r.json', 'a/r.txt', 'r.json')
    symlinkSync('r.json', path.join(root, 'link.json'))
    const found = await jsonFilesAt(root, BOUNDS)
    expect(found.map(file => path.relative(root, file))).toEqual(['a/r.json', 'b/r.json', 'r.json'])
    expect(await jsonFilesAt(path.join(root, 'r.json'), BOUNDS)).toEqual([path.join(root, 'r.json')])
  })

  it('has bounds', async () => {
    const many = directory('1.json', '2.json', '3.json', '4.json')
    await expect(jsonFilesAt(many, BOUNDS)).rejects.toThrow('holds more than 3 files that end in .json')
    const entries = directory(...Array.from({ length: 11 }, (_, at) => `${at}.txt`))
    await expect(jsonFilesAt(entries, BOUNDS)).rejects.toThrow('holds more than 10 files and directories')
    await expect(jsonFilesAt('/dev/null', BOUNDS)).rejects.toThrow('is neither a file nor a directory')
  })
})
