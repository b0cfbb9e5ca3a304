import { TarError } from './tar-error.ts'

/**
 * PAX records in order: a map of version 0.0 repeats its keys. Values are UTF-8, but for extended attributes: theirs are
 * any bytes, each of which is one character here.
 */
export type Records = readonly (readonly [key: string, value: string])[]

const ATTRIBUTE = 'SCHILY.xattr.'

/**
 * Reads records of the form `length key=value\n`, in which the length includes itself.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export function paxRecords(content: Uint8Array): Records {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const records: (readonly [string, string])[] = []
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at)
    const digits = bytes.toString('latin1', at, space < 0 ? at : Math.min(space, at + 20))
    const length = /^[1-9]\d*$/.test(digits) ? Number(digits) : 0
    const isAttribute = bytes.toString('latin1', space + 1, space + 1 + ATTRIBUTE.length) === ATTRIBUTE
    const record = bytes.toString(isAttribute ? 'latin1' : 'utf8', space + 1, at + length)
    const equals = record.indexOf('=')
    if (at + length > bytes.length || length <= digits.length + 1 || equals < 1 || !record.endsWith('\n'))
      throw new TarError('it has a malformed pax record')
    records.push([record.slice(0, equals), record.slice(equals + 1, -1)])
    at += length
  }
  return records
}
