import { describe, expect, it } from '@jest/globals'
import { readFoundPrograms } from '../../../src/commands/steps/found-programs.ts'
import type { Program } from '../../../src/thing/thing.ts'
import { writeTemporary } from '../../support/layouts.ts'
import { makeElf } from '../../support/make-elf.ts'

const ELF = makeElf({ segments: [{ type: 1, content: Buffer.alloc(5000) }] })
const sound = writeTemporary('sound', ELF)
const broken = writeTemporary('broken', ELF.subarray(0, 30))

const program = (path: string, file: string | null): Program => ({
  path,
  bytes: ELF.length,
  mode: 0o755,
  layer: 0,
  file,
})

const read = (programs: readonly Program[], entrypoint: readonly string[] = []) =>
  readFoundPrograms(programs, { entrypoint, args: [], workdir: '/' }, 'package', () => Promise.resolve(null))

describe('readFoundPrograms', () => {
  it.each([
    ['its path', '/bin/sound'],
    ['a path from the working directory', 'bin/sound'],
    ['its name', 'sound'],
  ])('counts the program that the image starts, by %s, among the binaries', async (_, entrypoint) => {
    const { programs, others } = await read([program('/bin/sound', sound)], [entrypoint])
    expect(programs.map(({ weight }) => weight.path)).toEqual(['/bin/sound'])
    expect(others).toEqual([])
  })

  it('leaves no other program out, read or not', async () => {
    const all = [program('/a', sound), program('/b', broken), program('/c', null)]
    const { programs, others } = await read(all)
    expect(programs).toEqual([])
    expect(others).toEqual([
      { path: '/a', bytes: ELF.length, unread: expect.stringMatching(/may be packed$/) },
      { path: '/b', bytes: ELF.length, unread: expect.stringMatching(/./) },
      { path: '/c', bytes: ELF.length, unread: expect.stringMatching(/used up the limit$/) },
    ])
  })
})
