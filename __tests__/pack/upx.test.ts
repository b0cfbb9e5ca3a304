import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DEFAULT_UPX_ARGS } from '../../src/declare/upx-settings.ts'
import { Interrupted } from '../../src/failure.ts'
import { upxPacker } from '../../src/pack/upx.ts'
import type { UpxTool } from '../../src/tools/upx-tool.ts'
import { realUpx } from '../support/broken-packers.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO, packBinary, packRequest } from '../support/pack-requests.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const QUICK = ['-1', '--lzma']
const AMD64 = { os: 'linux', architecture: 'amd64' }
const SERVER = {
  'main.go': 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":80", nil) }\n',
}

describeWith(['go', 'upx'], 'upxPacker', () => {
  let linked: string
  beforeAll(() => {
    linked = buildGo(HELLO)
  })

  it('packs what then still runs', async () => {
    const host = testHost()
    const packed = path.join(host.temporary, 'packed')
    expect(await upxPacker(host, realUpx(), QUICK).pack(linked, packed, AMD64)).toBeNull()
    expect(statSync(packed).size).toBeLessThan(statSync(linked).size / 2)
    expect(execFileSync(packed, { encoding: 'utf8' })).toBe('hello\n')
  })

  it('packs what has lost its permission to be executed', async () => {
    const host = testHost()
    const artifact = path.join(host.temporary, 'artifact')
    writeFileSync(artifact, readFileSync(linked), { mode: 0o600 })
    const packed = path.join(host.temporary, 'packed')
    await upxPacker(host, realUpx(), QUICK).pack(artifact, packed, AMD64)
    expect(execFileSync(packed, { encoding: 'utf8' })).toBe('hello\n')
    expect(statSync(artifact).mode & 0o777).toBe(0o600)
  })

  it('gives the same bytes whatever the variable UPX says', async () => {
    const plain = testHost()
    const other = testHost({ env: { ...process.env, UPX: '--nrv2b' } })
    const files = await Promise.all(
      [plain, other].map(async host => {
        const packed = path.join(host.temporary, 'packed')
        await upxPacker(host, realUpx(), QUICK).pack(linked, packed, AMD64)
        return readFileSync(packed)
      }),
    )
    expect(files[0]?.equals(files[1] ?? Buffer.of())).toBe(true)
  })

  // The filter is named to spare UPX the trial without it: should that ever give other bytes, this says so.
  it.each([
    { name: 'hello', files: HELLO },
    { name: 'a net/http program', files: SERVER },
  ])('gives the bytes that UPX by itself gives, for $name', async ({ files }) => {
    const host = testHost()
    const program = buildGo(files)
    const [packed, alone] = [path.join(host.temporary, 'packed'), path.join(host.temporary, 'alone')]
    await upxPacker(host, realUpx()).pack(program, packed, AMD64)
    execFileSync('upx', ['-qqq', '--best', '--lzma', '-o', alone, program])
    expect(host.log.lines.some(line => line.includes('--filter=0x49'))).toBe(true)
    expect(readFileSync(packed).equals(readFileSync(alone))).toBe(true)
  })

  it('is named by its version and arguments, and known by its bytes and arguments', () => {
    const host = testHost()
    const packer = upxPacker(host, { ...realUpx(), version: '4.2.4' })
    expect(packer.title).toBe('upx 4.2.4 --best --lzma')
    const others = [
      upxPacker(host, realUpx(), QUICK),
      upxPacker(host, realUpx(), [QUICK.join(' ')]),
      upxPacker(host, { ...realUpx(), sha256: 'another' }, QUICK),
    ]
    expect(new Set([packer, ...others].map(each => each.identity)).size).toBe(4)
    const { executable } = packRequest(linked, { packer })
    const arm64 = { os: 'linux', architecture: 'arm64' }
    expect(packer.refuses({ executable, platform: arm64 })).toMatch(/any UPX release/)
    expect(packer.refuses({ executable, platform: AMD64 })).toBeNull()
  })

  it('says of a packed binary that it is packed already', async () => {
    const host = testHost()
    const packer = upxPacker(host, realUpx(), QUICK)
    const packed = path.join(host.temporary, 'packed')
    await packer.pack(linked, packed, AMD64)
    expect(await packer.pack(packed, path.join(host.temporary, 'again'), AMD64)).toEqual({
      why: `upx 4.2.2 -1 --lzma could not pack ${packed}: it is packed already`,
      output: expect.stringContaining('AlreadyPackedException'),
    })
  })

  it("gives UPX's own words for what it cannot pack", async () => {
    const host = testHost()
    const text = path.join(host.temporary, 'text')
    writeFileSync(text, 'not a program '.repeat(1000), { mode: 0o755 })
    expect(await upxPacker(host, realUpx(), QUICK).pack(text, `${text}.packed`, AMD64)).toEqual({
      why: expect.stringMatching(/it exited with 1 and said "UnknownExecutableFormatException"$/),
      output: expect.stringContaining('UnknownExecutableFormatException'),
    })
  })

  /** The real UPX behind a shell script that does something first. `$$` is UPX itself: the script becomes it. */
  function upxAfter(script: string): UpxTool {
    const upx = realUpx()
    const command = path.join(testHost().temporary, 'upx')
    writeFileSync(command, `#!/bin/sh\n${script}\nexec ${upx.command} "$@"\n`, { mode: 0o755 })
    return { ...upx, command }
  }

  // Away from the process whose time is watched: what it starts counts as its progress.
  const ASIDE = (script: string) => `(( ${script} ) >/dev/null 2>&1 & )`

  it('is ended where it makes no progress, and ends the run: nothing else ships instead', async () => {
    const host = testHost()
    const stopped = upxAfter(ASIDE('sleep 0.1; kill -STOP $$'))
    const packed = path.join(host.temporary, 'packed')
    const packing = upxPacker(host, stopped, DEFAULT_UPX_ARGS, 500).pack(linked, packed, AMD64)
    await expect(packing).rejects.toBeInstanceOf(Interrupted)
    await expect(packing).rejects.toEqual(
      aFailure('pack', {
        fields: { file: linked, version: '4.2.2', platform: 'linux/amd64' },
        why: 'it made no progress for 0.5 s',
        fix: 'run it again',
      }),
    )
    const shipping = packBinary(
      host,
      packRequest(linked, { packer: upxPacker(host, stopped, DEFAULT_UPX_ARGS, 500), mode: 'auto' }),
      { likely: () => null, search: async () => 'process' },
    )
    await expect(shipping).rejects.toBeInstanceOf(Interrupted)
  })

  it('is ended where what it packs is of no use any more', async () => {
    const host = testHost()
    const note = path.join(host.temporary, 'pid')
    const slow = upxAfter(`echo $$ > '${note}.new'; mv '${note}.new' '${note}'; exec sleep 60`)
    const stop = new AbortController()
    const packing = upxPacker(host, slow).pack(linked, `${note}.packed`, AMD64, stop.signal)
    packing.catch(() => {})
    while (!existsSync(note)) await new Promise(resolve => void setTimeout(resolve, 5))
    stop.abort()
    await expect(packing).rejects.toMatchObject({ name: 'AbortError' })
    expect(existsSync(`/proc/${readFileSync(note, 'utf8').trim()}`)).toBe(false)
  })

  it('may take any time on a busy machine', async () => {
    const host = testHost()
    const loop = 'while kill -STOP $$; do sleep 0.2; kill -CONT $$; sleep 0.03; done'
    const slow = upxAfter(ASIDE(loop))
    const packed = path.join(host.temporary, 'packed')
    await upxPacker(host, slow, DEFAULT_UPX_ARGS, 1500).pack(linked, packed, AMD64)
    const alone = path.join(host.temporary, 'alone')
    await upxPacker(host, realUpx()).pack(linked, alone, AMD64)
    expect(readFileSync(packed).equals(readFileSync(alone))).toBe(true)
  })

  it.each([
    {
      name: 'that somebody killed',
      script: ASIDE('sleep 0.1; kill -KILL $$'),
      says: 'it was ended from outside (SIGKILL), or memory ran out',
    },
    {
      name: 'that says that the disk is full',
      script: 'echo "upx: packed: IOException: write error: No space left on device" >&2; exit 1',
      says: 'No space left on device',
    },
  ])('ends the run for one $name', async ({ script, says }) => {
    const host = testHost()
    const packing = upxPacker(host, upxAfter(script)).pack(linked, path.join(host.temporary, 'packed'), AMD64)
    await expect(packing).rejects.toBeInstanceOf(Interrupted)
    await expect(packing).rejects.toEqual(aFailure('pack', { why: says, fix: 'run it again' }))
  })
})
