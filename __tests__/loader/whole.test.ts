import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readContainer, writeContainer } from '../../src/pack/bantam/file/container.ts'
import { decodeParts } from '../../src/pack/bantam/decode-parts.ts'
import { encodeParts } from '../../src/pack/bantam/encode-parts.ts'
import { decompressStream } from '../../src/pack/bantam/streams/frame.ts'
import { type Inner, splitInner } from '../../src/pack/bantam/file/inner.ts'
import { BrokenStream } from '../../src/pack/bantam/streams/byte-reader.ts'
import type { Payload } from '../../src/pack/bantam/file/payload.ts'
import { scratchOf } from '../../src/pack/bantam/scratch.ts'
import { goProgram, PRINTLN } from '../support/go-programs.ts'
import { BASE, makeElf } from '../support/make-elf.ts'
import { withCheck } from '../support/payloads.ts'
import { describeWith } from '../support/tools.ts'
import { type Started, wholeLoader } from '../support/whole-loader.ts'

/** The test has bytes between what is taken from the arena. */
const MORE_SCRATCH = 4_000_000

/** What a packer writes, with streams as they are. */
function payloadOf(inner: Inner): Payload {
  const { elf, bytes, segments, programHeaders, programHeaderCount } = inner
  const encoded = encodeParts(inner, { text: true, pclntab: true })
  return {
    entry: elf.entry,
    programHeaders,
    programHeaderCount,
    machine: elf.machine,
    linkedSize: bytes.length,
    scratch: scratchOf(encoded) + MORE_SCRATCH,
    segments,
    parts: encoded.parts,
    streams: encoded.streams.map(stored => ({ stored, size: stored.length })),
  }
}

function split(linked: Uint8Array): Inner {
  const inner = splitInner(linked)
  if ('why' in inner) throw new Error(inner.why)
  return inner
}

/** `null`: it is refused. */
function unpacked(bytes: Uint8Array): { readonly payload: Payload; readonly linked: Uint8Array } | null {
  try {
    const payload = readContainer(bytes)
    return { payload, linked: decodeParts({ ...payload, streams: payload.streams.map(decompressStream) }) }
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error
    return null
  }
}

function expectSame(
  { entry, segments }: Started,
  { segments: places, ...payload }: Payload,
  linked: Uint8Array,
) {
  expect(entry).toBe(payload.entry)
  for (const [index, { offset, fileSize, memorySize }] of places.entries()) {
    const memory = Buffer.alloc(memorySize)
    memory.set(linked.subarray(offset, offset + fileSize))
    expect(Buffer.compare(segments[index] ?? Buffer.alloc(0), memory)).toBe(0)
  }
}

const START = BASE + 64n + 112n

function smallProgram(machine: number): Uint8Array {
  const words = [0x48, 0x89, 0xe5, 0xc3, 0x90, 0xe8, 1, 0, 0, 0, 0x1f, 0x20, 0x03, 0xd5]
  const code = Uint8Array.from({ length: 3000 }, (_, at) => words[at % words.length] ?? 0)
  return makeElf({
    entry: START,
    machine,
    segments: [
      { type: 1, flags: 5, content: code },
      { type: 1, flags: 6, content: Buffer.alloc(5000, 'data '), address: START + 3000n + 4096n },
    ],
  })
}

describeWith(['gcc', 'go'], 'the whole loader', () => {
  const loaders = { amd64: wholeLoader('x86'), arm64: wholeLoader('arm64') }
  const machines = { amd64: 62, arm64: 183 } as const
  let go: Payload
  beforeAll(async () => void (go = payloadOf(split(await goProgram(PRINTLN)))))
  afterAll(() => {
    for (const loader of Object.values(loaders)) loader.close()
  })

  it('has in memory what was linked', async () => {
    const read = unpacked(writeContainer(go))
    const started = await loaders.amd64.start(writeContainer(go))
    if (started === null || read === null) throw new Error('it is refused')
    expect(started.entry).toBe(go.entry)
    expectSame(started, go, read.linked)
  })

  it('refuses text without all of its streams', async () => {
    const parts = go.parts.map(part => (part.kind === 'x86 text' ? { ...part, streamCount: 1 } : part))
    expect(await loaders.amd64.start(writeContainer({ ...go, parts }))).toBeNull()
  })

  it('stays in bounds where a part goes over its own stream', async () => {
    const text = go.parts.find(({ kind }) => kind === 'x86 text')
    const [first] = go.parts
    if (first === undefined || text === undefined) throw new Error('it has no parts')
    const over = [0n, 16n].map(distance => ({ ...first, size: 4096, address: text.address + distance }))
    const payload = writeContainer({ ...go, parts: [...over, ...go.parts] })
    expect(unpacked(payload)).toBeNull()
    expect(await loaders.amd64.start(payload)).toBeNull()
  })

  it.each(['amd64', 'arm64'] as const)(
    'stays in bounds and agrees with a reader, whatever was changed: %s',
    async name => {
      const whole = writeContainer(payloadOf(split(smallProgram(machines[name]))))
      const change = fc.tuple(
        fc.oneof(fc.nat(whole.length - 1), fc.integer({ min: 24, max: 400 })),
        fc.nat(255),
      )
      const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[8 + (at % (bytes.length - 8))] = value
        const checked = withCheck(bytes)
        const started = await loaders[name].start(checked)
        const read = started === null ? null : unpacked(checked)
        if (started !== null && read !== null) expectSame(started, read.payload, read.linked)
      })
      await fc.assert(property, { numRuns: 1000 })
    },
    120_000,
  )
})
