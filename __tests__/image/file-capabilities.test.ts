import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { formatCapabilities, parseCapabilities } from '../../src/declare/capabilities.ts'
import {
  CAPABILITIES_RECORD,
  capabilitiesBytes,
  readCapabilities,
} from '../../src/image/file-capabilities.ts'
import { describeWith } from '../support/tools.ts'

function bytesOf(text: string): Uint8Array {
  const read = parseCapabilities(text)
  if (!read.ok) throw new Error(read.problem)
  return capabilitiesBytes(read.value)
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('capabilitiesBytes', () => {
  it.each([
    ['cap_net_bind_service=+ep', '0100000200040000000000000000000000000000'],
    ['cap_net_bind_service=p', '0000000200040000000000000000000000000000'],
    ['cap_chown,cap_setfcap=i', '0000000200000000010000800000000000000000'],
    ['cap_checkpoint_restore=eip', '0100000200000000000000000001000000010000'],
  ])('%s', (text, bytes) => {
    expect(hex(bytesOf(text))).toBe(bytes)
  })
})

describe('readCapabilities', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 63 })).map(list => list.toSorted((a, b) => a - b))

  it('reads what was written', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.boolean(), (permitted, inheritable, effective) => {
        const capabilities = { permitted, inheritable, effective }
        const isEmpty = permitted.length + inheritable.length === 0
        expect(readCapabilities(capabilitiesBytes(capabilities))).toEqual(isEmpty ? null : capabilities)
      }),
    )
  })

  it.each([
    ['of revision 1', '010000010004000000000000', 'cap_net_bind_service=ep'],
    ['of a user namespace', '0100000300040000000000000000000000000000e8030000', 'cap_net_bind_service=ep'],
  ])('reads those %s', (_, bytes, text) => {
    const read = readCapabilities(Buffer.from(bytes, 'hex'))
    expect(read === null ? null : formatCapabilities(read)).toBe(text)
  })

  it.each([
    '',
    '01',
    '01000002',
    '0100000400040000000000000000000000000000',
    '00000002000400000000000000000000000000',
  ])('takes no "%s"', bytes => {
    expect(readCapabilities(Buffer.from(bytes, 'hex'))).toBeNull()
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), bytes => {
        const read = readCapabilities(bytes)
        if (read !== null) expect(read.permitted.length + read.inheritable.length).toBeGreaterThan(0)
      }),
    )
  })
})

describeWith(['setcap', 'getcap'], 'against libcap', () => {
  it.each([
    'cap_net_bind_service=ep',
    'cap_chown,cap_net_raw=eip',
    'cap_checkpoint_restore=p',
    'cap_setfcap=i',
  ])('%s is what setcap writes and getcap shows', text => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-setcap-')), 'file')
    writeFileSync(file, '')
    const call = (command: string, ...args: string[]) =>
      execFileSync(command, args, { encoding: 'utf8' }).trim()
    call('setcap', text, file)
    const options = ['--create', '--format=pax', '--xattrs', '--xattrs-include=*', '--file=-']
    const tar = execFileSync('tar', [...options, path.basename(file)], { cwd: path.dirname(file) })
    const key = `${CAPABILITIES_RECORD}=`
    const at = tar.indexOf(key) + key.length
    const written = tar.subarray(at, at + 20)
    expect(hex(bytesOf(text))).toBe(hex(written))
    const read = readCapabilities(written)
    const shown = read === null ? '' : formatCapabilities(read)
    expect(Array.from(call('getcap', file).split(' ')[1] ?? '').toSorted()).toEqual(
      Array.from(shown).toSorted(),
    )
  })
})
