import { TarError } from './tar-error.ts'

/** A piece of a sparse file that the archive stores. Between the pieces there are holes, which are zeros. */
export interface Fragment {
  /** The offset in the file. */
  readonly offset: number
  readonly length: number
}

/** A file that the archive stores without its holes. */
export interface Sparse {
  /** The file's real name, if the one in the header is made up. */
  readonly name: string | null
  /** Bytes, including the holes. */
  readonly size: number
  readonly fragments: readonly Fragment[]
}

/** No file system holds larger files, and the sizes of a few thousand of these still add up to an exact number. */
const LARGEST = 2 ** 43

/** The most numbers in a map. Each piece of a file has two, and takes some bytes of the archive. */
export const MOST_NUMBERS = 2_000_000

/**
 * Checks pairs of an offset and a length: they must be in order, must not overlap, must be within the file, and must
 * add up to the stored size. A last pair with length 0 says where the file ends.
 *
 * @throws TarError if the map is not valid
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
 * @param take returns at least one and at most this many of the stored bytes, in order
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
