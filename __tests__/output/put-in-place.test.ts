import { describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { putInPlace } from '../../src/output/put-in-place.ts'

/** A directory with `written`, which holds `new`, and with what is at `place`. */
function around(files: readonly string[] | null) {
  const root = mkdtempSync(path.join(tmpdir(), 'bantam-put-'))
  const [written, place] = [path.join(root, 'written'), path.join(root, 'place')]
  mkdirSync(written)
  writeFileSync(path.join(written, 'new'), '')
  if (files !== null) mkdirSync(place)
  for (const file of files ?? []) writeFileSync(path.join(place, file), '')
  return { root, written, place }
}

describe('putInPlace', () => {
  it.each([[null], [[]], [['old', 'older']]])('replaces %j as a whole', async files => {
    const { root, written, place } = around(files)
    await putInPlace(written, place)
    expect(readdirSync(root)).toEqual(['place'])
    expect(readdirSync(place)).toEqual(['new'])
  })

  it('puts the old one back where the new one cannot take its place', async () => {
    const { root, written, place } = around(['old'])
    await expect(putInPlace(path.join(written, 'missing'), place)).rejects.toMatchObject({ code: 'ENOENT' })
    expect(readdirSync(place)).toEqual(['old'])
    expect(readdirSync(root).sort()).toEqual(['place', 'written'])
  })

  it('lets several runs write one place: the last one is whole', async () => {
    const { root, place } = around(['old'])
    const runs = Array.from({ length: 8 }, (_, at) => path.join(root, `run-${at}`))
    for (const run of runs) {
      mkdirSync(run)
      for (const file of ['a', 'b', 'c']) writeFileSync(path.join(run, file), '')
    }
    await Promise.all(runs.map(run => putInPlace(run, place)))
    expect(readdirSync(place).sort()).toEqual(['a', 'b', 'c'])
    expect(readdirSync(root).sort()).toEqual(['place', 'written'])
  })
})
