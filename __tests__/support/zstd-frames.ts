import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { errorCode } from '../../src/host/error-code.ts'
import { pick, type Random } from '../../scripts/fuzz/random.ts'

export interface Frame {
  readonly bytes: Buffer
  readonly content: Buffer
}

export interface FrameOptions {
  readonly level?: number
  readonly checksum?: boolean
  readonly contentSize?: boolean
  readonly windowLog?: number
  readonly more?: Readonly<Record<number, number>>
}

export function frameOf(
  content: Buffer,
  { level = 3, checksum = false, contentSize = true, windowLog = 0, more = {} }: FrameOptions = {},
): Frame {
  const params = {
    [constants.ZSTD_c_compressionLevel]: level,
    [constants.ZSTD_c_checksumFlag]: Number(checksum),
    [constants.ZSTD_c_contentSizeFlag]: Number(contentSize),
    [constants.ZSTD_c_windowLog]: windowLog,
    ...more,
  }
  return { content, bytes: zstdCompressSync(content, { params }) }
}

/** What Node's own decoder makes of a frame that ends where the bytes do, or the name of what is wrong. */
export function witness(bytes: Uint8Array, maxOutputLength: number): Buffer | string {
  try {
    const { buffer, engine } = zstdDecompressSync(bytes, { maxOutputLength, info: true }) as unknown as Told
    return engine.bytesWritten === bytes.length ? buffer : 'something is behind it'
  } catch (error) {
    return errorCode(error) ?? String(error)
  }
}

/** The types of Node do not have what `info` gives. */
interface Told {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

/** Why the loader may refuse a frame that Node takes: its literals may end elsewhere than RFC 8878 says (4.2.2). */
export function hasHuffmanCodes(frame: Buffer): boolean {
  const flags = frame[4] ?? 0
  const isSingle = (flags & 32) > 0
  const sizeBytes = flags < 64 ? Number(isSingle) : 1 << (flags >> 6)
  let at = 5 + Number(!isSingle) + ((1 << (flags & 3)) >> 1) + sizeBytes
  for (let isLast = false; !isLast && at + 3 < frame.length;) {
    const header = frame.readUIntLE(at, 3)
    const type = (header >> 1) & 3
    if (type === 2 && ((frame[at + 3] ?? 0) & 3) >= 2) return true
    isLast = (header & 1) > 0
    at += 3 + (type === 1 ? 1 : header >> 3)
  }
  return false
}

/** Why Node may refuse a frame that the loader takes. */
export const ONLY_NODE_REFUSES = ['ZSTD_error_checksum_wrong', 'ZSTD_error_frameParameter_windowTooLarge']

const WORDS =
  'func return type struct error string the of and a to in is that for if nil int byte package'.split(' ')

/** Each kind makes an encoder use other means: kinds of literals, modes of tables, repeated offsets, kinds of blocks. */
const KINDS: readonly ((random: Random, size: number) => Buffer)[] = [
  (random, size) => filled(size, () => random(256)),
  (_, size) => Buffer.alloc(size),
  (random, size) =>
    Buffer.alloc(
      size,
      filled(1 + random(40), () => random(256)),
    ),
  (random, size) => filled(size, () => random(1 + random(4))),
  (random, size) => filled(size, () => 97 + Math.clz32(random(1 << 30) + 1)),
  (random, size) => filled(size, () => 255 - Math.clz32(random(1 << 30) + 1) * 2),
  text,
  (random, size) => recurring(random, size, 30),
  (random, size) => recurring(random, size, 3),
  (random, size) => records(random, size),
]

/** Bytes of one kind, or of several behind each other. */
export function contentOf(random: Random, size: number): Buffer {
  const parts: Buffer[] = []
  for (let left = size; left > 0;) {
    const part = random(3) === 0 ? left : 1 + random(left)
    parts.push(pick(random, KINDS)(random, part))
    left -= part
  }
  return Buffer.concat(parts)
}

export function randomFrame(random: Random, size: number, maxLevel: number): Frame {
  const more: Record<number, number> = {}
  if (random(4) === 0) more[constants.ZSTD_c_strategy] = 1 + random(9)
  if (random(4) === 0) more[constants.ZSTD_c_minMatch] = 3 + random(5)
  return frameOf(contentOf(random, size), {
    level: random(12) === 0 ? -random(50) : 1 + random(maxLevel),
    checksum: random(8) === 0,
    contentSize: random(4) > 0,
    windowLog: random(3) === 0 ? 10 + random(10) : 0,
    more,
  })
}

function filled(size: number, byte: () => number): Buffer {
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size; at += 1) bytes[at] = byte()
  return bytes
}

function text(random: Random, size: number): Buffer {
  let words = ''
  while (words.length < size) words += pick(random, WORDS) + pick(random, [' ', ' ', ' ', '\n', '(', ', '])
  return Buffer.from(words.slice(0, size))
}

/** Pieces from before, at a few distances, with new bytes between them. */
function recurring(random: Random, size: number, fresh: number): Buffer {
  const bytes = filled(size, () => random(256))
  let distance = 1
  for (let at = 1 + random(20); at < size; at += random(fresh)) {
    if (random(3) === 0) distance = 1 + random(at)
    const end = Math.min(size, at + 3 + random(random(8) === 0 ? 300 : 20))
    for (; at < end; at += 1) bytes[at] = bytes[at - Math.min(distance, at)] ?? 0
  }
  return bytes
}

/** A table of numbers, whose columns change little. */
function records(random: Random, size: number): Buffer {
  const width = 4 + random(30)
  const bytes = filled(size, () => random(256))
  for (let at = width; at < size; at += 1)
    if (random(width) > 2) bytes[at] = ((bytes[at - width] ?? 0) + (random(6) === 0 ? 1 : 0)) & 255
  return bytes
}
