import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { readZoneArchive } from '../../src/image/zone-archive.ts'

const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
const zip = readFileSync(path.join(goroot, 'lib', 'time', 'zoneinfo.zip'))

/** A zip of one file, as any tool writes it. */
function zipOf(name: string, content: Buffer, method: 0 | 8): Buffer {
  const stored = method === 0 ? content : deflateRawSync(content)
  const fields = (signature: number, at: readonly (readonly [number, 2 | 4, number])[], size: number) => {
    const header = Buffer.alloc(size)
    header.writeUInt32LE(signature)
    for (const [offset, bytes, value] of at) header.writeUIntLE(value, offset, bytes)
    return header
  }
  const local = fields(
    0x04034b50,
    [
      [8, 2, method],
      [18, 4, stored.length],
      [22, 4, content.length],
      [26, 2, name.length],
    ],
    30,
  )
  const entry = fields(
    0x02014b50,
    [
      [10, 2, method],
      [20, 4, stored.length],
      [24, 4, content.length],
      [28, 2, name.length],
    ],
    46,
  )
  const start = 30 + name.length + stored.length
  const end = fields(
    0x06054b50,
    [
      [8, 2, 1],
      [10, 2, 1],
      [12, 4, 46 + name.length],
      [16, 4, start],
    ],
    22,
  )
  return Buffer.concat([local, Buffer.from(name), stored, entry, Buffer.from(name), end])
}

describe('readZoneArchive', () => {
  it('reads every zone of Go’s, each a TZif file', () => {
    const zones = readZoneArchive(zip)
    if (!zones.ok) throw new Error(zones.problem)
    expect(zones.value.length).toBeGreaterThan(500)
    expect(zones.value.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Europe/Berlin', 'UTC', 'EST5EDT']),
    )
    for (const { bytes } of zones.value) expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('TZif')
  })

  it.each([0, 8] as const)('reads what is stored by method %i', method => {
    const content = Buffer.from('TZif'.repeat(100))
    const zones = readZoneArchive(zipOf('A/B', content, method))
    expect(zones).toMatchObject({ ok: true, value: [{ name: 'A/B' }] })
    expect(zones.ok && Buffer.compare(zones.value[0]?.bytes ?? Buffer.alloc(0), content)).toBe(0)
  })

  it.each(['../etc/passwd', '/etc/passwd', 'A//B', 'A/', '.wh.x', ''])(
    'leaves out what is named %j',
    name => {
      expect(readZoneArchive(zipOf(name, Buffer.from('x'), 0))).toEqual({ ok: true, value: [] })
    },
  )

  it('refuses a zone that grows without bounds', () => {
    expect(readZoneArchive(zipOf('A', Buffer.alloc(5_000_000), 8))).toMatchObject({ ok: false })
  })

  it('never throws for what is damaged', () => {
    const small = zipOf('A/B', Buffer.from('TZif'), 0)
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.nat(255), fc.nat(small.length), (at, byte, length) => {
        const damaged = Buffer.from(small)
        damaged[at] = byte
        readZoneArchive(damaged)
        expect(readZoneArchive(small.subarray(0, length)).ok).toBe(length === small.length)
      }),
    )
  })
})
