import { MAX_ID, MAX_NAME, MAX_SIZE, splitName, type TarHeader } from './tar-header.ts'

/**
 * Writes PAX records for values that do not fit ustar's fields. Returns `null` if all of them fit, as they nearly
 * always do.
 */
export function paxRecords({ name, target, uid, gid, size }: TarHeader): Uint8Array | null {
  const records = [
    ...(gid > MAX_ID ? [record('gid', String(gid))] : []),
    ...(needsText(target) || Buffer.byteLength(target) > MAX_NAME ? [record('linkpath', target)] : []),
    ...(needsText(name) || splitName(name) === null ? [record('path', name)] : []),
    ...(size > MAX_SIZE ? [record('size', String(size))] : []),
    ...(uid > MAX_ID ? [record('uid', String(uid))] : []),
  ]
  return records.length === 0 ? null : Buffer.from(records.join(''))
}

// ustar only defines the portable character set. Readers disagree on other bytes.
function needsText(text: string): boolean {
  return /[^\x20-\x7e]/.test(text)
}

/** Formats `LENGTH KEY=VALUE\n`. LENGTH includes its own digits. */
function record(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  const guess = rest + String(rest).length
  const length = rest + String(guess).length
  return `${length} ${key}=${value}\n`
}
