import { expect, it } from '@jest/globals'
import { chunkLimit } from '../../src/registry/chunk-limit.ts'

const begun = (least?: string) => ({
  headers: new Headers(least === undefined ? {} : { 'oci-chunk-min-length': least }),
})
const MB = 1_000_000

it('takes a blob whole until a request was too large', () => {
  expect(chunkLimit().sizeFor(900 * MB, begun())).toEqual({ bytes: 900 * MB, least: 0 })
})

it.each([
  [200, [50, 10, 4, 1]],
  [50, [10, 4, 1]],
  [9, [4, 1]],
  [2, [1]],
  [1, []],
])('tries smaller chunks of a blob of %i MB, as long as there are', (size, sizes) => {
  const limit = chunkLimit()
  const tried: number[] = []
  for (let chunk = limit.sizeFor(size * MB, begun()); limit.lower(chunk); tried.push(chunk.bytes / MB))
    chunk = limit.sizeFor(size * MB, begun())
  expect(tried).toEqual(sizes)
})

it('keeps to what it learned, also for other blobs', () => {
  const limit = chunkLimit()
  limit.lower({ bytes: 20 * MB, least: 0 })
  expect(limit.sizeFor(30 * MB, begun())).toEqual({ bytes: 10 * MB, least: 0 })
  expect(limit.sizeFor(3 * MB, begun())).toEqual({ bytes: 3 * MB, least: 0 })
})

it('never learns a higher limit from a blob that was sent whole at the same time', () => {
  const limit = chunkLimit()
  expect(limit.lower({ bytes: 8 * MB, least: 0 })).toBe(true)
  expect(limit.lower({ bytes: 300 * MB, least: 0 })).toBe(true)
  expect(limit.sizeFor(300 * MB, begun()).bytes).toBe(4 * MB)
})

it('sends no less than the registry wants, and gives up where that is too large', () => {
  const limit = chunkLimit()
  limit.lower({ bytes: 10 * MB, least: 0 })
  const chunk = limit.sizeFor(100 * MB, begun('5000000'))
  expect(chunk).toEqual({ bytes: 5 * MB, least: 5 * MB })
  expect(limit.lower(chunk)).toBe(false)
  expect(limit.lower({ bytes: 8 * MB, least: 5 * MB })).toBe(true)
  expect(limit.sizeFor(2 * MB, begun('5000000')).bytes).toBe(2 * MB)
})

it('gives up on a registry that wants a little less each time', () => {
  const limit = chunkLimit()
  let chunk = { bytes: 40 * MB, least: 40 * MB - 1 }
  let tries = 0
  while (limit.lower(chunk)) {
    chunk = limit.sizeFor(40 * MB, begun(String(chunk.bytes - 1)))
    chunk = { ...chunk, least: chunk.bytes - 1 }
    tries += 1
  }
  expect(tries).toBe(8)
})

it.each(['', 'x', '5 MB', 'NaN', '-5', '0.5', 'Infinity', '1e300'])('passes over the minimum %j', least => {
  expect(chunkLimit().sizeFor(3, begun(least))).toEqual({ bytes: 3, least: 0 })
})
