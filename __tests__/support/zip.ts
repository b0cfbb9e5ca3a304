import { deflateRawSync } from 'node:zlib'

/** A zip of one file, as any tool writes it. */
export function zipOf(name: string, content: Buffer, method: 0 | 8): Buffer {
  const stored = method === 0 ? content : deflateRawSync(content)
  const fields = (signature: number, at: readonly (readonly [number, 2 | 4, number])[], size: number) => {
    const header = Buffer.alloc(size)
    header.writeUInt32LE(signature)
    for (const [offset, bytes, value] of at) header.writeUIntLE(value, offset, bytes)
    return header
  }
  const local = fields(
    0x04034b50,
    [
      [8, 2, method],
      [18, 4, stored.length],
      [22, 4, content.length],
      [26, 2, name.length],
    ],
    30,
  )
  const entry = fields(
    0x02014b50,
    [
      [10, 2, method],
      [20, 4, stored.length],
      [24, 4, content.length],
      [28, 2, name.length],
    ],
    46,
  )
  const start = 30 + name.length + stored.length
  const end = fields(
    0x06054b50,
    [
      [8, 2, 1],
      [10, 2, 1],
      [12, 4, 46 + name.length],
      [16, 4, start],
    ],
    22,
  )
  return Buffer.concat([local, Buffer.from(name), stored, entry, Buffer.from(name), end])
}
