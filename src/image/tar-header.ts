/**
 * The content of one header block. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 */
export interface TarHeader {
  /** Relative; the name of a directory ends with a slash. */
  readonly name: string
  /** `0` file, `2` symbolic link, `5` directory, `x` PAX records of the next header. */
  readonly type: '0' | '2' | '5' | 'x'
  readonly mode: number
  readonly uid: number
  readonly gid: number
  readonly size: number
  /** The target of a symbolic link, otherwise empty. */
  readonly target: string
}

export const MAX_NAME = 100
const MAX_PREFIX = 155
export const MAX_ID = 0o7777777
export const MAX_SIZE = 0o77777777777

/**
 * Writes one block of 512 bytes. A value that does not fit its field is cut or zero; `paxRecords` then holds the full
 * value.
 */
export function tarHeader(header: TarHeader): Uint8Array {
  const block = Buffer.alloc(512)
  const { prefix, name } = splitName(header.name) ?? { prefix: '', name: header.name }
  const text = (value: string, at: number, length: number) => {
    Buffer.from(value).copy(block, at, 0, length)
  }
  const octal = (value: number, at: number, digits: number) => {
    block.write(value.toString(8).padStart(digits, '0'), at, 'latin1')
  }
  text(name, 0, MAX_NAME)
  octal(header.mode, 100, 7)
  octal(header.uid > MAX_ID ? 0 : header.uid, 108, 7)
  octal(header.gid > MAX_ID ? 0 : header.gid, 116, 7)
  octal(header.size > MAX_SIZE ? 0 : header.size, 124, 11)
  octal(0, 136, 11)
  text(header.type, 156, 1)
  text(header.target, 157, MAX_NAME)
  text('ustar\x0000', 257, 8)
  octal(0, 329, 7)
  octal(0, 337, 7)
  text(prefix, 345, MAX_PREFIX)
  // The checksum is computed with its own field filled with spaces.
  block.fill(' ', 148, 156)
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  )
  block[154] = 0
  return block
}

/** Splits a name at a slash so that both parts fit their fields. Returns `null` if this is impossible. */
export function splitName(path: string): { readonly prefix: string; readonly name: string } | null {
  const bytes = Buffer.from(path)
  if (bytes.length <= MAX_NAME) return { prefix: '', name: path }
  // The slash itself is not stored. The earliest slash after which the rest fits leaves the shortest prefix.
  const cut = bytes.indexOf('/', bytes.length - MAX_NAME - 1)
  if (cut <= 0 || cut > MAX_PREFIX || cut === bytes.length - 1) return null
  return { prefix: bytes.toString('utf8', 0, cut), name: bytes.toString('utf8', cut + 1) }
}
