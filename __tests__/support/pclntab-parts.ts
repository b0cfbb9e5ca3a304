import { readFileSync } from 'node:fs'
import { readElf } from '../../src/binary/elf.ts'
import { MARK, type TextView } from '../../src/pack/bantam/text-view.ts'
import type { PclntabInput } from '../../src/pack/bantam/pclntab/input.ts'
import { functionStarts, locatePclntab, memoryOf } from '../../src/pack/bantam/pclntab/place.ts'
import { numberBytes } from './loader-host.ts'
import { simpleText, type SimpleText } from './simple-marks.ts'

/** The function table of a linked file, as the packer hands it to its encoder; `null` if it has none. */
export function pclntabInput(file: string): PclntabInput | null {
  const bytes = readFileSync(file)
  const elf = readElf(bytes)
  const place = locatePclntab(elf, bytes)
  const section = elf.sections.find(({ name }) => name === '.text')
  if (place === null || section === undefined) return null
  const starts = functionStarts(place, bytes, section)
  if (starts === null) return null
  const codec = simpleText(elf.architecture ?? '')
  const code = bytes.subarray(section.offset, section.offset + section.size)
  return {
    place,
    part: bytes.subarray(place.offset, place.offset + place.size),
    address: place.address,
    text: codec.view(code, section.address, starts),
    codec,
    memory: memoryOf(elf, bytes),
  }
}

/** What `__tests__/fixtures/loader/pclntab.c` reads. `scratch`: bytes of its arena. */
export function pclntabRequest(
  { place, part, address, text, codec, memory }: PclntabInput,
  streams: readonly Uint8Array[],
  scratch: number,
): readonly Uint8Array[] {
  const { names, units, functionData } = place
  const [from, to] = [names, units].reduce(
    ([low, high], { distance, size }) => [Math.min(low, distance), Math.max(high, distance + size)],
    [0, 0],
  )
  const before = { distance: from, size: Math.max(to, 0) - from }
  const ranges = [before]
  if (functionData.where === 2) ranges.push(wholeRange(functionData.distance, memory, address))
  return [
    ...textStrings(text, codec),
    ...[part.length, Number(address), scratch, ranges.length].map(numberBytes),
    ...ranges.flatMap(({ distance, size }) => [
      numberBytes(Number(address) + distance),
      memory(address + BigInt(distance), size),
    ]),
    numberBytes(streams.length),
    ...streams,
  ]
}

/** The longest stretch of memory from there on, in steps of 4 kB. */
function wholeRange(distance: number, memory: PclntabInput['memory'], address: bigint) {
  let size = 0
  for (;;) {
    try {
      memory(address + BigInt(distance), size + 4096)
      size += 4096
    } catch {
      return { distance, size }
    }
  }
}

function textStrings(text: TextView, codec: SimpleText | PclntabInput['codec']): readonly Uint8Array[] {
  const effects = new Int32Array(text.bytes.length + 1)
  text.marks.forEach((mark, at) => {
    if ((mark & MARK.stack) !== 0) effects[at] = codec.stackEffect(text.bytes, at)
  })
  return [
    text.bytes,
    numberBytes(Number(text.address)),
    bytesOf(text.starts),
    text.marks,
    bytesOf(effects),
    numberBytes(codec.quantum),
  ]
}

function bytesOf(values: Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}
