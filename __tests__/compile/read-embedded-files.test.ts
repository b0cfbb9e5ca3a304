import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readEmbeddedFiles } from '../../src/compile/read-embedded-files.ts'
import { testHost } from '../support/host.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('readEmbeddedFiles', () => {
  it('reads every file of every package, and leaves out what is empty or cannot be read', async () => {
    const { cwd } = testHost()
    const at = (name: string) => path.join(cwd, name)
    mkdirSync(at('static'))
    const large = 'large '.repeat(500_000)
    writeFileSync(at('static/large.txt'), large)
    writeFileSync(at('small'), 'x')
    writeFileSync(at('empty'), '')
    execFileSync('mkfifo', [at('fifo')])
    symlinkSync('/dev/zero', at('endless'))
    const read = await readEmbeddedFiles([
      { importPath: 'a.b/c', directory: cwd, embedFiles: ['static/large.txt', 'empty', 'missing', 'fifo'] },
      { importPath: 'runtime', directory: cwd, embedFiles: [] },
      { importPath: 'a.b/d', directory: cwd, embedFiles: ['small', 'static', 'endless', 'small/er'] },
    ])
    expect(read).toEqual([
      { package: 'a.b/c', name: 'static/large.txt', size: large.length, hash: hashOf(large) },
      { package: 'a.b/d', name: 'small', size: 1, hash: hashOf('x') },
    ])
  })
})
