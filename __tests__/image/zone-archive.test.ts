import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readZoneArchive } from '../../src/image/zone-archive.ts'
import { zipOf } from '../support/zip.ts'

const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
const zip = readFileSync(path.join(goroot, 'lib', 'time', 'zoneinfo.zip'))

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
