import { describe, expect, it } from '@jest/globals'
import { chunksOf, readPart } from '../../src/host/file-part.ts'
import { writeTemporary } from '../support/layouts.ts'

const BYTES = Buffer.from(Array.from({ length: 700_000 }, (_, at) => at % 251))
const file = writeTemporary('bytes', BYTES)

async function chunksIn(offset: number, size: number): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf({ file, offset, size })) chunks.push(chunk)
  return chunks
}

describe('a part of a file', () => {
  it.each([
    [0, 0],
    [0, 700_000],
    [5, 1],
    [1000, 300_000],
  ])('is read from %i on, %i bytes', async (offset, size) => {
    const expected = BYTES.subarray(offset, offset + size)
    expect(Buffer.concat(await chunksIn(offset, size)).equals(expected)).toBe(true)
    expect(Buffer.from(readPart({ file, offset, size })).equals(expected)).toBe(true)
  })

  it('comes in pieces', async () => expect((await chunksIn(0, 700_000)).length).toBeGreaterThan(1))

  it('does not pass for whole if the file ends before it', async () => {
    await expect(chunksIn(699_999, 2)).rejects.toThrow('ends before byte 700001')
    expect(() => readPart({ file, offset: 699_999, size: 2 })).toThrow('ends before byte 700001')
  })
})
