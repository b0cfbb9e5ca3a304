import { beforeAll, expect, it } from '@jest/globals'
import { LOADER_OFFSET } from '../../src/pack/bantam/file/packed-elf.ts'
import type { Payload } from '../../src/pack/bantam/file/payload.ts'
import { compiled, program, refusal, run, type Ended } from '../support/packed-programs.ts'
import { damage, packRaw, payloadPlace, withPayload } from '../support/raw-packed.ts'
import { describeWith } from '../support/tools.ts'

const HEADER = refusal('this program is damaged (header)')
const CHECK = refusal('this program is damaged (check)')
const FRAME = refusal('this program is damaged (frame)')
const STREAM = refusal('this program is damaged (stream)')
const MEMORY = refusal('there is not enough memory to unpack this program')
const PLACE = refusal('the memory that this program must have is not free')
const RIGHTS = refusal('the system refuses executable memory, which this program needs')

/** Some of these tests start a program hundreds of times. */
const LONG = 240_000

describeWith(['gcc'], 'a payload', () => {
  let linked: Uint8Array
  let stored: Uint8Array
  let packed: Uint8Array
  beforeAll(async () => {
    linked = compiled('loader-probe')
    stored = await packRaw(linked)
    packed = await packRaw(linked, { frames: true })
  })

  it('starts the program as long as nothing is wrong', () => {
    for (const bytes of [stored, packed]) expect(run(program(bytes))).toMatchObject({ status: 3, stderr: '' })
  })

  it(
    'is refused in one line wherever the file was cut',
    () => {
      const { start, size } = payloadPlace(packed)
      const lengths = [4096, LOADER_OFFSET + 8192, start - 1, start, start + 15, start + 80, start + size - 1]
      for (let length = 4097; length < start + size; length += Math.ceil(size / 40)) lengths.push(length)
      const ends = new Set<Ended>()
      for (const length of lengths) ends.add(run(program(packed.subarray(0, length))))
      expect([...ends].filter(end => end.stderr !== CHECK.stderr && end.stderr !== HEADER.stderr)).toEqual([])
      expect([...ends].filter(({ status }) => status !== 127)).toEqual([])
    },
    LONG,
  )

  it.each([{ kind: 'stored' }, { kind: 'packed' }])(
    'is refused wherever a byte was changed: $kind',
    ({ kind }) => {
      const bytes = kind === 'stored' ? stored : packed
      const { size } = payloadPlace(bytes)
      const places = [
        ...Array(250).keys(),
        ...Array.from({ length: 70 }, (_, n) => 250 + n * Math.floor((size - 250) / 70)),
      ]
      const wrong = places.filter((place, index) => {
        const changed = damage(bytes, view => view.setUint8(place, view.getUint8(place) ^ (1 << (index % 8))))
        const end = run(program(changed))
        return end.status !== 127 || (end.stderr !== CHECK.stderr && end.stderr !== HEADER.stderr)
      })
      expect(wrong).toEqual([])
    },
    LONG,
  )

  /** Offsets in the payload of a program with these tables; `rows` are those of tables with one row each. */
  const SEGMENTS = 80
  const tables = (view: DataView) => {
    const parts = SEGMENTS + view.getUint32(64, true) * 40
    return { parts, streams: parts + view.getUint32(68, true) * 32 }
  }
  const set64 = (at: number, value: bigint) => (view: DataView) => view.setBigUint64(at, value, true)
  const set32 = (at: number, value: number) => (view: DataView) => view.setUint32(at, value, true)
  const inPart = (at: number, value: bigint) => (view: DataView) =>
    view.setBigUint64(tables(view).parts + at, value, true)
  const HUGE = 2n ** 45n

  it.each<[string, Ended, (view: DataView) => void]>([
    ['another magic', HEADER, view => view.setUint8(0, 0x42)],
    ['a future version', HEADER, view => view.setUint8(7, 2)],
    ['a head that its tables do not fill', HEADER, set32(8, 96)],
    ['fewer bytes than there are', HEADER, set64(16, 4096n)],
    ['terabytes', HEADER, set64(16, HUGE)],
    ['another machine', HEADER, set32(44, 40)],
    ['more segments than there are', HEADER, set32(64, 1000)],
    ['billions of parts', HEADER, set32(68, 0xffffffff)],
    ['billions of streams', HEADER, set32(72, 0xffffffff)],
    ['no scratch', MEMORY, set64(56, 0n)],
    ['too little scratch', MEMORY, set64(56, 200_000n)],
    ['terabytes of scratch', MEMORY, set64(56, HUGE * 4n)],
    ['scratch beyond numbers', HEADER, set64(56, 2n ** 64n - 1n)],
    ['a segment in the middle of the kernel', MEMORY, set64(SEGMENTS, 2n ** 59n)],
    ['a segment at the end of numbers', HEADER, set64(SEGMENTS, 2n ** 64n - 4096n)],
    ['a segment of terabytes', MEMORY, set64(SEGMENTS + 16, HUGE * 4n)],
    ['a segment beyond numbers', HEADER, set64(SEGMENTS + 16, 2n ** 64n - 1n)],
    ['more bytes in the file than in memory', HEADER, set64(SEGMENTS + 8, HUGE)],
    ['memory that can be written and executed', RIGHTS, set32(SEGMENTS + 32, 7)],
    [
      'a segment where the loader is',
      PLACE,
      view => view.setBigUint64(SEGMENTS + 16, view.getBigUint64(SEGMENTS + 16, true) + 0x3000000n, true),
    ],
    [
      'a segment where another one is',
      PLACE,
      view => view.setBigUint64(SEGMENTS + 40, view.getBigUint64(SEGMENTS, true), true),
    ],
    ['an unknown kind of part', HEADER, view => view.setUint16(tables(view).parts, 77, true)],
    ['the text of another machine', HEADER, view => view.setUint16(tables(view).parts, 2, true)],
    ['a function table without text', HEADER, view => view.setUint16(tables(view).parts, 3, true)],
    ['a part without a stream', HEADER, view => view.setUint16(tables(view).parts + 2, 0, true)],
    ['a part with too many streams', HEADER, view => view.setUint16(tables(view).parts + 2, 9, true)],
    [
      'a part with a stream that is not there',
      HEADER,
      view => view.setUint32(tables(view).parts + 4, 0xffffffff, true),
    ],
    ['a part outside of all segments', HEADER, inPart(8, 0x1000n)],
    ['a part at the end of numbers', HEADER, inPart(8, 2n ** 64n - 16n)],
    ['a part that is larger than its segment', HEADER, inPart(16, HUGE)],
    ['a part beyond numbers', HEADER, inPart(16, 2n ** 64n - 16n)],
    [
      'a stream that ends behind the payload',
      HEADER,
      view => view.setUint32(tables(view).streams, 0x7fffffff, true),
    ],
  ])('is refused with %s', (_, end, change) => {
    expect(run(program(withPayload(stored, change)))).toEqual(end)
  })

  it('is refused with parts that are larger than their stream', async () => {
    const twice = (payload: Payload) => ({ ...payload, parts: [...payload.parts, ...payload.parts] })
    expect(run(program(await packRaw(linked, { change: twice })))).toEqual(STREAM)
  })

  it('is refused with a frame that is damaged', () => {
    const place = (view: DataView) => tables(view).streams + view.getUint32(72, true) * 8
    for (const at of [0, 3, 5, 100])
      expect(run(program(withPayload(packed, view => view.setUint8(place(view) + at, 0xff))))).toEqual(FRAME)
  })
})
