import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { mayRace, race } from '../../src/pack/upx-race.ts'
import { upxPacker } from '../../src/pack/upx.ts'
import type { UpxTool } from '../../src/toolchain/upx-tool.ts'
import { realUpx } from '../support/broken-packers.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO } from '../support/pack-requests.ts'
import { describeWith } from '../support/tools.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const BEST = ['--best', '--lzma']
const TWO_CORES = { platform: AMD64, cores: 2 }

const SERVER = {
  'main.go': `package main

import "net/http"

func main() { http.ListenAndServe(":8080", http.NotFoundHandler()) }
`,
}

/** A shell script in UPX's place: `$option` is the candidate's, or empty. */
function scriptedUpx(script: string): UpxTool {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-upx-'))
  const command = path.join(directory, 'upx')
  const find = 'option=; for arg; do case "$arg" in --filter=*|--no-filter) option=$arg;; esac; done'
  writeFileSync(command, `#!/bin/sh\n${find}\n${script}\n`, { mode: 0o755 })
  return { ...realUpx(), command }
}

describe('mayRace', () => {
  it.each([
    { name: 'two cores', version: '4.2.4', args: BEST, setting: TWO_CORES, races: true },
    { name: 'one core', version: '4.2.4', args: BEST, setting: { ...TWO_CORES, cores: 1 }, races: false },
    { name: 'other arguments', version: '4.2.4', args: ['-1', '--lzma'], setting: TWO_CORES, races: false },
    { name: 'further arguments', version: '4.2.4', args: [...BEST, '-v'], setting: TWO_CORES, races: false },
    { name: 'an unknown UPX', version: '6.0.0', args: BEST, setting: TWO_CORES, races: false },
    {
      name: 'another platform',
      version: '4.2.4',
      args: BEST,
      setting: { platform: { os: 'linux', architecture: '386' }, cores: 2 },
      races: false,
    },
  ])('$name: $races', ({ version, args, setting, races }) => {
    expect(mayRace(version, args, setting)).toBe(races)
  })
})

describe('race', () => {
  const raceOf = async (filtered: string, plain: string) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-race-'))
    const packed = path.join(directory, 'packed')
    const told = await race(async (option, file) => {
      writeFileSync(file, option === '--no-filter' ? plain : filtered)
      return { exitCode: 0 }
    }, packed)
    const [file, ...others] = readdirSync(directory)
    expect(others).toEqual([])
    return { told, bytes: file === undefined ? null : readFileSync(path.join(directory, file), 'utf8') }
  }

  it.each([
    { name: 'the filtered one where it is smaller', filtered: 100, plain: 200, told: true, length: 100 },
    { name: 'the plain one where it is smaller', filtered: 200, plain: 100, told: true, length: 100 },
    { name: 'none where they are too close', filtered: 200, plain: 204, told: false, length: null },
    { name: 'none where they are as long and differ', filtered: 200, plain: 200, told: false, length: null },
  ])('keeps $name', async ({ filtered, plain, told, length }) => {
    const kept = await raceOf('f'.repeat(filtered), 'p'.repeat(plain))
    expect({ told: kept.told, length: kept.bytes?.length ?? null }).toEqual({ told, length })
  })

  it('keeps either where they are the same', async () => {
    expect(await raceOf('same', 'same')).toEqual({ told: true, bytes: 'same' })
  })
})

describeWith(['go', 'upx'], 'raced UPX', () => {
  let hello: string
  beforeAll(() => {
    hello = buildGo(HELLO)
  })

  it.each([
    { name: 'hello', files: HELLO },
    { name: 'a net/http program', files: SERVER },
  ])('gives the bytes that UPX by itself gives, for $name', async ({ files }) => {
    const linked = buildGo(files)
    const host = testHost()
    const packed = path.join(host.temporary, 'packed')
    const packer = upxPacker(host, realUpx())
    await packer.pack(linked, packed, TWO_CORES)
    expect(host.log.lines.filter(line => line.includes('--filter=0x49'))).toHaveLength(1)
    expect(host.log.lines).toHaveLength(2)
    expect(readdirSync(host.temporary)).toEqual(['packed'])

    const alone = path.join(host.temporary, 'alone')
    execFileSync('upx', ['-qqq', ...BEST, '-o', alone, linked])
    expect(readFileSync(packed).equals(readFileSync(alone))).toBe(true)
    const unraced = path.join(host.temporary, 'unraced')
    await packer.pack(linked, unraced, { platform: AMD64, cores: 1 })
    expect(readFileSync(unraced).equals(readFileSync(alone))).toBe(true)
  })

  it('ends the other candidate where one fails, and says what UPX by itself says', async () => {
    const host = testHost()
    const pid = path.join(host.temporary, 'pid')
    // The one that fails waits until the other has told its process id.
    const upx = scriptedUpx(`case $option in
      --filter=*) echo $$ > ${pid}.partial; mv ${pid}.partial ${pid}; exec sleep 60;;
      --no-filter) while [ ! -e ${pid} ]; do sleep 0.01; done; exit 1;;
      *) echo 'upx: x: NotCompressibleException' >&2; exit 2;;
    esac`)
    const packed = path.join(host.temporary, 'packed')
    await expect(upxPacker(host, upx).pack(hello, packed, TWO_CORES)).rejects.toMatchObject({
      code: 'pack',
      message: expect.stringMatching(/it exited with 2 and said "NotCompressibleException"\.$/),
    })
    expect(readdirSync(host.temporary)).toEqual(['pid'])
    await gone(Number(readFileSync(pid, 'utf8')))
  })

  it('takes what UPX by itself makes where a candidate fails and that does not', async () => {
    const host = testHost()
    const upx = scriptedUpx(`[ "$option" != --no-filter ] || exit 1\nexec ${realUpx().command} "$@"`)
    const packed = path.join(host.temporary, 'packed')
    await upxPacker(host, upx).pack(hello, packed, TWO_CORES)
    const alone = path.join(host.temporary, 'alone')
    execFileSync('upx', ['-qqq', ...BEST, '-o', alone, hello])
    expect(readFileSync(packed).equals(readFileSync(alone))).toBe(true)
  })

  it('is ended at its time limit, both of them', async () => {
    const host = testHost()
    const pids = mkdtempSync(path.join(tmpdir(), 'bantam-pids-'))
    const upx = scriptedUpx(`: > ${pids}/$$; exec sleep 60`)
    const packed = path.join(host.temporary, 'packed')
    const packing = upxPacker(host, upx, BEST, () => 400).pack(hello, packed, TWO_CORES)
    await expect(packing).rejects.toMatchObject({
      code: 'pack',
      message: expect.stringContaining('did not end within 0.4 s'),
    })
    const started = readdirSync(pids).map(Number)
    expect(started.length).toBeGreaterThanOrEqual(2)
    await Promise.all(started.map(gone))
    expect(readdirSync(host.temporary)).toEqual([])
  })
})

/** Passes once there is no such process, or only its end is left to be read. */
async function gone(pid: number): Promise<void> {
  while (existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '))
    await sleep(5)
}
