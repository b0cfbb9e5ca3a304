import { expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { linksOnTheWay } from '../../src/host/links-on-the-way.ts'

const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'bantam-links-')))
const at = (file: string) => path.join(top, file)
mkdirSync(at('a/b'), { recursive: true })
writeFileSync(at('a/b/file'), '')
symlinkSync('a', at('link'))
symlinkSync('../../link/b/file', at('a/b/chain'))
symlinkSync(top, at('a/absolute'))
symlinkSync('loop', at('loop'))

it.each([
  ['a/b/file', []],
  ['a/./b/../b/file', []],
  ['link/b/file', ['link']],
  ['a/b/chain', ['a/b/chain', 'link']],
  ['link/absolute/link/b', ['link', 'a/absolute', 'link']],
  ['nowhere/x', []],
])('finds those of %s', (file, links) => {
  expect(linksOnTheWay(at(file))).toEqual(links.map(at))
})

it('ends where links lead to themselves', () => {
  expect(linksOnTheWay(at('loop')).length).toBe(40)
})
