import { TarError } from './tar-error.ts'

/** A piece of a sparse file that is in the archive; between them there are holes, which are zeros. */
export interface Fragment {
  /** In the file. */
  readonly offset: number
  readonly length: number
}

/** A file that is in the archive without its holes. */
export interface Sparse {
  /** Its own name, where the header has a made-up one. */
  readonly name: string | null
  /** Bytes with the holes. */
  readonly size: number
  readonly fragments: readonly Fragment[]
}

/** A file system holds no larger files, and a few thousand of these sum to a number that is still exact. */
const LARGEST = 2 ** 43

/** Of a map: two for each piece of a file, which takes some bytes of the archive. */
export const MOST_NUMBERS = 2_000_000

/**
 * Pairs of an offset and a length, checked: in order, apart, within the file, and together as long as what is stored.
 * A last pair of no length says where the file ends.
 *
 * @throws TarError for what is no map
 */
export function sparseFile(
  name: string | null,
  size: number,
  numbers: readonly number[],
  stored: number,
): Sparse {
  if (!Number.isSafeInteger(size) || size < 0 || size > LARGEST)
    throw new TarError(`it has a sparse file of more than ${LARGEST} bytes`)
  if (numbers.length % 2 !== 0 || numbers.length > MOST_NUMBERS) throw malformed()
  const fragments: Fragment[] = []
  let [end, total] = [0, 0]
  for (let index = 0; index < numbers.length; index += 2) {
    const offset = numbers[index] ?? NaN
    const length = numbers[index + 1] ?? NaN
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) throw malformed()
    if (offset < end || length < 0 || offset + length > size) throw malformed()
    end = offset + length
    total += length
    if (length > 0) fragments.push({ offset, length })
  }
  if (total !== stored) throw malformed()
  return { name, size, fragments }
}

export function malformed(): TarError {
  return new TarError('it has a malformed map of a sparse file')
}

const HOLE = new Uint8Array(64 * 1024)

/**
 * The content of a sparse file with its holes.
 *
 * @param take at least one and at most so many of the bytes that are stored, in order
 */
export async function* withHoles(
  { size, fragments }: Sparse,
  take: (length: number) => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let at = 0
  for (const { offset, length } of fragments) {
    yield* hole(offset - at)
    for (let left = length; left > 0;) {
      const chunk = await take(left)
      left -= chunk.length
      yield chunk
    }
    at = offset + length
  }
  yield* hole(size - at)
}

function* hole(length: number): Generator<Uint8Array> {
  for (let left = length; left > 0; left -= HOLE.length) yield HOLE.subarray(0, Math.min(left, HOLE.length))
}
