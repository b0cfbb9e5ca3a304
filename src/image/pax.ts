import type { Capabilities } from '../declare/capabilities.ts'
import { CAPABILITIES_RECORD, capabilitiesBytes } from './file-capabilities.ts'
import { MAX_ID, MAX_NAME, MAX_SIZE, splitName, type TarHeader } from './tar-header.ts'

/**
 * Writes PAX records for values that do not fit ustar's fields, and for capabilities, which have none. Returns `null`
 * if there are none, as there nearly always are. The records are in byte order of their keys.
 */
export function paxRecords(
  { name, target, uid, gid, size }: TarHeader,
  capabilities?: Capabilities,
): Uint8Array | null {
  const records = [
    ...(capabilities === undefined ? [] : [record(CAPABILITIES_RECORD, capabilitiesBytes(capabilities))]),
    ...(gid > MAX_ID ? [record('gid', String(gid))] : []),
    ...(needsText(target) || Buffer.byteLength(target) > MAX_NAME ? [record('linkpath', target)] : []),
    ...(needsText(name) || splitName(name) === null ? [record('path', name)] : []),
    ...(size > MAX_SIZE ? [record('size', String(size))] : []),
    ...(uid > MAX_ID ? [record('uid', String(uid))] : []),
  ]
  return records.length === 0 ? null : Buffer.concat(records)
}

// ustar only defines the portable character set. Readers disagree on other bytes.
function needsText(text: string): boolean {
  return /[^\x20-\x7e]/.test(text)
}

/** Formats `LENGTH KEY=VALUE\n`. LENGTH includes its own digits. */
function record(key: string, value: string | Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')])
  const rest = content.length
  const guess = rest + String(rest).length
  const length = rest + String(guess).length
  return Buffer.concat([Buffer.from(String(length)), content])
}
