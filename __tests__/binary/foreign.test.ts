import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { PT_NOTE } from '../../src/binary/elf-constants.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { levelBeyond, madeFor } from '../../src/binary/foreign.ts'
import type { Platform } from '../../src/declare/platform.ts'
import { PRINTLN, goProgram } from '../support/go-programs.ts'
import { makeElf } from '../support/make-elf.ts'

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }

function why(bytes: Uint8Array, platform = AMD64): string | null {
  const { elf, buildInfo } = readExecutable(bytes)
  return madeFor(elf, bytes, buildInfo, platform)
}

function note(owner: string, { littleEndian = true } = {}): Uint8Array {
  const name = Buffer.from(`${owner}\0`)
  const content = Buffer.alloc(12 + Math.ceil(name.length / 4) * 4 + 4)
  const u32 = (value: number, at: number) =>
    littleEndian ? content.writeUInt32LE(value, at) : content.writeUInt32BE(value, at)
  u32(name.length, 0)
  u32(4, 4)
  name.copy(content, 12)
  return content
}

describe('madeFor', () => {
  it.each(['freebsd', 'netbsd', 'dragonfly'])('names the system %s of a Go program', async GOOS => {
    expect(why(await goProgram(PRINTLN, { env: { GOOS } }))).toBe(GOOS)
  })

  it.each([
    ['nothing of Linux', { abi: 0 }, null],
    ['nothing of GNU', { abi: 3 }, null],
    ['FreeBSD by its number', { abi: 9 }, 'FreeBSD'],
    ['OpenBSD by its number', { abi: 12 }, 'OpenBSD'],
    ['another machine', { machine: 183 }, 'arm64'],
    ['a machine that Go does not know', { machine: 4 }, 'machine 4, which Go does not know'],
    ['NetBSD by its note', { segments: [{ type: PT_NOTE, content: note('NetBSD') }] }, 'NetBSD'],
    [
      'a note behind others',
      {
        segments: [{ type: PT_NOTE, content: Buffer.concat([note('GNU'), note('Go'), note('DragonFly')]) }],
      },
      'DragonFly',
    ],
    ['nothing of GNU’s notes', { segments: [{ type: PT_NOTE, content: note('GNU') }] }, null],
  ])('says %s', (_, plan, is) => {
    expect(why(makeElf(plan))).toBe(is)
  })

  it('refuses what needs a newer arm than the image is for', async () => {
    const seven = await goProgram(PRINTLN, { architecture: 'arm', env: { GOARM: '7' } })
    const arm = (variant?: string) => ({
      os: 'linux',
      architecture: 'arm',
      ...(variant === undefined ? {} : { variant }),
    })
    expect(why(seven, arm('v6'))).toBe('linux/arm/v7')
    expect(why(seven, arm('v7'))).toBeNull()
    expect(why(seven, arm())).toBeNull()
  })

  it('reads notes of any content', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), content => {
        why(makeElf({ segments: [{ type: PT_NOTE, content }] }))
      }),
    )
  })
})

describe('levelBeyond', () => {
  it('names the level that a Go program asks for beyond that of the image', async () => {
    const bytes = await goProgram(PRINTLN, { env: { GOAMD64: 'v3' } })
    const { elf, buildInfo } = readExecutable(bytes)
    expect(why(bytes)).toBeNull()
    expect(levelBeyond(elf, buildInfo, AMD64)).toBe('linux/amd64/v3')
    expect(levelBeyond(elf, buildInfo, { ...AMD64, variant: 'v2' })).toBe('linux/amd64/v3')
    expect(levelBeyond(elf, buildInfo, { ...AMD64, variant: 'v3' })).toBeNull()
  })
})
