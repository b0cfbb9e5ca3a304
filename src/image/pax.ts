import { MAX_ID, MAX_NAME, MAX_SIZE, splitName, type TarHeader } from './tar-header.ts'

/** The PAX records for what ustar's fields cannot say, `null` where they say it all (as they nearly always do). */
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

// ustar knows the portable character set only; readers differ in what they take other bytes for.
function needsText(text: string): boolean {
  return /[^\x20-\x7e]/.test(text)
}

/** `LENGTH KEY=VALUE\n`, where LENGTH counts its own digits too. */
function record(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  const guess = rest + String(rest).length
  const length = rest + String(guess).length
  return `${length} ${key}=${value}\n`
}
