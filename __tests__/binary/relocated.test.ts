import { beforeAll, describe, expect, it } from '@jest/globals'
import { breakdownOf } from '../../src/binary/breakdown.ts'
import { placeOfAddress } from '../../src/binary/elf-bytes.ts'
import { readElf } from '../../src/binary/elf.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { relocated } from '../../src/binary/relocated.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { goProgram } from '../support/go-programs.ts'
import { BASE, makeElf } from '../support/make-elf.ts'
import { describeWith } from '../support/tools.ts'
import { wrongSums } from '../support/sum.ts'

const PROGRAM = `package main

import (
	"encoding/json"
	"os"
)

func main() { json.NewEncoder(os.Stdout).Encode(os.Args) }
`
const FLAGS = ['-trimpath', '-ldflags=-s -w']
const PIE = ['-buildmode=pie', ...FLAGS]

function weigh(bytes: Uint8Array): Breakdown {
  return breakdownOf(readExecutable(bytes), bytes, 'program')
}

function typesOf(node: Breakdown): number {
  const own = node.kind === 'package' ? (node.children ?? []).filter(({ kind }) => kind === 'types') : []
  const sum = own.reduce((total, { bytes }) => total + bytes, 0)
  return (node.children ?? []).reduce((total, child) => total + typesOf(child), sum)
}

/** As lld and GNU ld for arm64 leave it: what a loader fills in is nothing until then. */
function emptied(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const { segments, sections, littleEndian } = readElf(bytes)
  const table = sections.find(({ name }) => /^\.rela(?:\.dyn)?$/.test(name))!
  const view = new DataView(copy.buffer)
  for (let at = table.offset; at < table.offset + table.size; at += 24) {
    const place = placeOfAddress(segments, view.getBigUint64(at, littleEndian))
    if (place !== null) copy.fill(0, place, place + 8)
  }
  return copy
}

describe('relocated', () => {
  it.each(['amd64', 'arm64', 'ppc64le'])(
    'fills in what a loader would: %s',
    async architecture => {
      const whole = await goProgram(PROGRAM, { architecture, flags: PIE })
      const empty = emptied(whole)
      expect(Buffer.compare(empty, whole)).not.toBe(0)
      expect(Buffer.compare(relocated(readElf(empty), empty), whole)).toBe(0)
      expect(relocated(readElf(whole), whole)).toBe(whole)
    },
    120_000,
  )

  it.each([
    { machine: 22, littleEndian: false, relative: 12n },
    { machine: 62, littleEndian: true, relative: 8n },
    { machine: 183, littleEndian: true, relative: 1027n },
  ])('takes the words as the machine has them: $machine', ({ machine, littleEndian, relative }) => {
    const longs = (...values: readonly bigint[]) => {
      const view = new DataView(new ArrayBuffer(8 * values.length))
      values.forEach((value, index) => view.setBigUint64(8 * index, value, littleEndian))
      return new Uint8Array(view.buffer)
    }
    const start = 64 + 2 * 56
    const address = BASE + BigInt(start)
    // A word to fill in, one of another type, and one that is nowhere.
    const content = longs(0n, 0n, address, relative, 0x1234n, address + 8n, 1n, 0x55n, 1n, relative, 0x66n)
    const dynamic = longs(8n, 72n, 7n, address + 16n, 0n, 0n)
    const segments = [
      { type: 1, content },
      { type: 2, content: dynamic },
    ]
    const bytes = makeElf({ type: 3, machine, littleEndian, segments })
    const filled = Buffer.from(bytes)
    filled.set(longs(0x1234n), start)
    expect(Buffer.compare(relocated(readElf(bytes), bytes), filled)).toBe(0)
  })

  it('leaves alone what is loaded where it was linked', async () => {
    const bytes = await goProgram(PROGRAM, { flags: FLAGS })
    expect(relocated(readElf(bytes), bytes)).toBe(bytes)
  })

  it.each([
    { name: 'no table', dynamic: [0n, 0n] },
    { name: 'a table that is nowhere', dynamic: [7n, 0xffff_ffff_0000n, 8n, 24n, 0n, 0n] },
    { name: 'a table without an end', dynamic: [7n, 0x400000n, 8n, 2n ** 63n, 0n, 0n] },
  ])('takes $name', ({ dynamic }) => {
    const content = Buffer.from(BigUint64Array.from(dynamic).buffer)
    const segments = [
      { type: 2, content },
      { type: 1, content: Buffer.alloc(100, 8) },
    ]
    const bytes = makeElf({ segments })
    bytes[16] = 3
    expect(relocated(readElf(bytes), bytes)).toHaveLength(bytes.length)
  })
})

describe('breakdownOf a position-independent program', () => {
  let plain: number

  beforeAll(async () => {
    plain = typesOf(weigh(await goProgram(PROGRAM, { flags: FLAGS })))
  })

  it('tells types to packages as if it were not', async () => {
    const bytes = await goProgram(PROGRAM, { flags: PIE })
    expect(plain).toBeGreaterThan(50_000)
    for (const one of [bytes, emptied(bytes)]) {
      const tree = weigh(one)
      expect(typesOf(tree)).toBe(plain)
      expect([tree.bytes, wrongSums(tree)]).toEqual([bytes.length, []])
    }
  })
})

describeWith(['gcc'], 'breakdownOf what an external linker made', () => {
  it.each([
    { name: 'Go 1.21', version: '1.21.13', more: '' },
    { name: 'the Go on PATH', version: undefined, more: '' },
    { name: 'the Go on PATH, static', version: undefined, more: ' -extldflags -static-pie' },
    { name: 'Go 1.27', version: '1.27.4', more: '' },
  ])(
    'tells its types too: $name',
    async ({ version, more }) => {
      const options = { ...(version === undefined ? {} : { version }), env: { CGO_ENABLED: '1' } }
      const flags = ['-trimpath', '-tags=netgo,osusergo', `-ldflags=-s -w -linkmode external${more}`]
      const source = PROGRAM.replace('import (', 'import "C"\n\nimport (')
      const tree = weigh(await goProgram(source, { ...options, flags: ['-buildmode=pie', ...flags] }))
      const apart = weigh(
        await goProgram(source, { ...options, flags: flags.map(flag => flag.replace('-pie', '')) }),
      )
      expect(wrongSums(tree)).toEqual([])
      expect(typesOf(tree)).toBe(typesOf(apart))
      expect(typesOf(tree)).toBeGreaterThan(50_000)
    },
    180_000,
  )
})
