import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Host } from '../../src/host/host.ts'
import type { Isolations } from '../../src/isolation/isolation.ts'
import type { Packer } from '../../src/pack/packer.ts'
import { upxPacker } from '../../src/pack/upx.ts'
import { realUpx } from '../support/broken-packers.ts'
import { compileC } from '../support/compile-c.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO, packBinary, packRequest } from '../support/pack-requests.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const process_: Isolations = { likely: () => null, search: async () => 'process' }
const NOTHING_PACKED = {
  status: 'not run',
  reason: 'nothing was packed',
  isolation: null,
  environments: [],
}

function quickUpx(host: Host): Packer {
  return upxPacker(host, realUpx(), ['-1', '--lzma'])
}

/** One that counts, so that what was not packed again is seen. */
function counting(packer: Packer): Packer & { readonly packed: string[] } {
  const packed: string[] = []
  return {
    ...packer,
    packed,
    pack: (from, to, platform) => {
      packed.push(from)
      return packer.pack(from, to, platform)
    },
  }
}

const arm64 = { os: 'linux', architecture: 'arm64' }

describeWith(['go', 'upx', 'gcc', 'qemu-aarch64-static'], 'packBinary', () => {
  let linked: string
  let foreign: string
  beforeAll(() => {
    linked = buildGo(HELLO)
    foreign = buildGo(HELLO, { GOARCH: 'arm64' })
  })

  it('ships a packed binary that is smaller, proven and still runs', async () => {
    const host = testHost()
    const packer = quickUpx(host)
    const outcome = await packBinary(host, packRequest(linked, { packer, mode: 'require' }))
    expect(outcome.pack).toEqual({ status: 'packed', packer: packer.title, reason: null, kept: false })
    expect(outcome.proof.status).toBe('proven')
    expect(outcome.packMs).toBeGreaterThan(0)
    expect(outcome.proveMs).toBeGreaterThan(0)
    expect(path.basename(outcome.shipped)).toBe('svc')
    expect(execFileSync(outcome.shipped, { encoding: 'utf8' })).toBe('hello\n')
  })

  it('packs and proves once, and again only what does not hold any more', async () => {
    const host = testHost()
    const packer = counting(quickUpx(host))
    const asked = packRequest(linked, { packer })
    const ship = () => packBinary(host, asked, process_)
    const first = await ship()
    const second = await ship()
    expect(packer.packed).toHaveLength(1)
    expect(second).toMatchObject({
      pack: { kept: true },
      proof: { ...first.proof },
      price: { ...first.price },
    })
    expect(readFileSync(second.shipped).equals(readFileSync(first.shipped))).toBe(true)

    const [binary = '', description = ''] = readdirSync(path.join(host.kept, 'packed'))
      .toSorted()
      .map(name => path.join(host.kept, 'packed', name))
    const entry = JSON.parse(readFileSync(description, 'utf8')) as Record<string, unknown>
    writeFileSync(description, JSON.stringify({ ...entry, on: 'another kernel' }))
    const elsewhere = await ship()
    expect(packer.packed).toHaveLength(1)
    expect(elsewhere).toMatchObject({
      pack: { kept: true },
      proof: { status: 'proven', environments: [1, 4000] },
    })
    expect((JSON.parse(readFileSync(description, 'utf8')) as Record<string, unknown>)['on']).toBe(entry['on'])

    writeFileSync(binary, 'corrupt')
    const repaired = await ship()
    expect(packer.packed).toHaveLength(2)
    expect(repaired).toMatchObject({ pack: { status: 'packed', kept: false }, proof: { status: 'proven' } })
    expect(execFileSync(repaired.shipped, { encoding: 'utf8' })).toBe('hello\n')
    expect((await ship()).pack).toMatchObject({ kept: true })
  })

  it('leaves nothing of its proof running or lying about where packing fails', async () => {
    const host = testHost()
    const failing: Packer = {
      ...quickUpx(host),
      pack: async () => ({ why: 'it could not', output: 'what it printed' }),
    }
    const outcome = await packBinary(host, packRequest(linked, { packer: failing }))
    expect(outcome).toMatchObject({ pack: { reason: 'it could not' }, proof: NOTHING_PACKED })
    expect(readdirSync(host.temporary, { recursive: true })).toEqual([expect.stringMatching(/^pack-[^/]+$/)])

    const isolation: Isolations = {
      likely: () => null,
      search: () => Promise.reject(new Error('no isolation')),
    }
    const unseen = await packBinary(host, packRequest(linked, { packer: failing }), isolation)
    expect(unseen.pack.reason).toBe('it could not')
    const seen = packBinary(host, packRequest(linked, { packer: quickUpx(host) }), isolation)
    await expect(seen).rejects.toThrow('no isolation')
    const required = packBinary(host, packRequest(linked, { packer: failing, mode: 'require' }))
    await expect(required).rejects.toEqual(
      aFailure('pack', { why: 'it could not', fix: 'set pack: auto', output: 'what it printed' }),
    )
  })

  it('asks for the isolation only where something is to be proven', async () => {
    const host = testHost()
    let asked = 0
    const isolation: Isolations = {
      likely: () => null,
      search: async () => {
        asked += 1
        return 'process'
      },
    }
    const request = packRequest(linked, { packer: quickUpx(host) })
    await packBinary(host, { ...request, mode: 'off' }, isolation)
    await packBinary(host, { ...request, platform: arm64 }, isolation)
    expect(asked).toBe(0)
    await packBinary(host, request, isolation)
    await packBinary(host, request, isolation)
    expect(asked).toBe(1)
  })

  it.each([
    { name: 'off', mode: 'off', withPacker: true },
    { name: 'no packer', mode: 'auto', withPacker: false },
  ] as const)('ships the linked binary with $name', async ({ mode, withPacker }) => {
    const host = testHost()
    const packer = withPacker ? quickUpx(host) : null
    expect(await packBinary(host, packRequest(linked, { packer, mode }))).toEqual({
      shipped: linked,
      pack: { status: 'unpacked', packer: packer?.title ?? null, reason: 'packing is off' },
      proof: NOTHING_PACKED,
      price: null,
      packMs: 0,
      proveMs: 0,
    })
  })

  it('ships arm64 unpacked under auto, and says under require that no UPX passes there and what to do', async () => {
    const host = testHost()
    const asked = packRequest(foreign, { packer: quickUpx(host), platform: arm64 })
    const outcome = await packBinary(host, asked)
    expect(outcome).toMatchObject({ shipped: foreign, proof: NOTHING_PACKED, packMs: 0, proveMs: 0 })
    expect(outcome.pack.reason).toMatch(/^programs packed by any UPX release crash on this platform/)
    await expect(packBinary(host, { ...asked, mode: 'require' })).rejects.toEqual(
      aFailure('pack', {
        fields: { file: 'svc', platform: 'linux/arm64' },
        why: 'programs packed by any UPX release crash on this platform',
        fix: 'set pack: auto',
      }),
    )
  })

  it('finds by itself what UPX does on arm64, were the table not there', async () => {
    const host = testHost()
    const packer = { ...quickUpx(host), refuses: () => null }
    const outcome = await packBinary(host, packRequest(foreign, { packer, platform: arm64 }))
    expect(outcome.shipped).toBe(foreign)
    expect(outcome.proof.status).toBe('failed')
    expect(outcome.proof.reason).toMatch(
      /^the packed binary was ended by SIGSEGV with (600|1001|4000) environment/,
    )
  })

  it('proves a foreign platform under an emulator, and says what was not compared', async () => {
    const host = testHost()
    const ppc64le = { os: 'linux', architecture: 'ppc64le' }
    const file = buildGo(HELLO, { GOARCH: 'ppc64le' })
    const outcome = await packBinary(host, packRequest(file, { packer: quickUpx(host), platform: ppc64le }))
    expect(outcome).toMatchObject({
      pack: { status: 'packed' },
      proof: { status: 'proven', reason: 'under qemu-ppc64le-static the memory is not compared' },
      price: null,
    })
  })

  it('ships a foreign platform unpacked where there is no emulator', async () => {
    const host = testHost({ env: { PATH: '/nowhere' } })
    const packer = counting({ ...quickUpx(host), refuses: () => null })
    const asked = packRequest(foreign, { packer, platform: arm64 })
    const outcome = await packBinary(host, asked)
    expect(outcome.proof).toMatchObject({
      status: 'not run',
      reason: expect.stringContaining('no qemu-aarch64-static'),
    })
    expect(packer.packed).toEqual([])
    await expect(packBinary(host, { ...asked, mode: 'require' })).rejects.toMatchObject({ code: 'proof' })
  })

  it('refuses a position-independent executable', async () => {
    const host = testHost()
    const packer = quickUpx(host)
    const pie = buildGo(HELLO, { GOFLAGS: '-buildmode=pie' })
    const { pack } = await packBinary(host, packRequest(pie, { packer }))
    expect(pack.reason).toBe('it is position-independent (-buildmode=pie), which UPX cannot pack')
    const required = packBinary(host, packRequest(pie, { packer, mode: 'require' }))
    await expect(required).rejects.toEqual(
      aFailure('pack', { fields: { file: 'svc' }, why: 'buildmode=pie' }),
    )
  })

  it('ships what Go did not build unpacked, unless a smoke test will run it', async () => {
    const host = testHost()
    const packer = quickUpx(host)
    const c = path.join(host.temporary, 'hello-c')
    writeFileSync(path.join(host.temporary, 'main.c'), '#include <stdio.h>\nint main(void) { puts("c"); }\n')
    copyFileSync(compileC(host.temporary), c)
    const unproven = await packBinary(host, packRequest(c, { packer }))
    expect(unproven).toMatchObject({
      shipped: c,
      proof: {
        status: 'not run',
        reason: 'Go did not build it, and it has no smoke test (smoke-args or smoke-http)',
      },
    })
    await expect(packBinary(host, packRequest(c, { packer, mode: 'require' }))).rejects.toMatchObject({
      code: 'proof',
    })

    for (const kept of [false, true]) {
      const tested = await packBinary(host, packRequest(c, { packer, mode: 'require', smokeTested: true }))
      expect(tested).toMatchObject({
        pack: { status: 'packed', kept },
        proof: { status: 'not run', reason: 'it is proven by its smoke test' },
        price: null,
      })
      expect(execFileSync(tested.shipped, { encoding: 'utf8' })).toBe('c\n')
    }
    // The packed bytes are kept, and not a proof that nobody made.
    expect(await packBinary(host, packRequest(c, { packer }))).toMatchObject({ shipped: c })
  })

  it.each(['auto', 'require'] as const)(
    'fails under %s where the linked binary itself does not start',
    async mode => {
      const host = testHost()
      // From its entry on, nothing but breakpoints.
      const broken = path.join(host.temporary, 'broken')
      const bytes = readFileSync(linked)
      const asked = packRequest(linked, { packer: quickUpx(host), mode })
      const { entry, segments } = asked.executable.elf
      const code = segments.find(
        ({ address, memorySize }) => entry >= address && entry < address + memorySize,
      )
      bytes.fill(0xcc, Number(entry - (code?.address ?? 0n)) + (code?.offset ?? 0))
      writeFileSync(broken, bytes, { mode: 0o755 })
      await expect(packBinary(host, { ...asked, linked: broken, linkedBytes: bytes })).rejects.toEqual(
        aFailure('proof', { fields: { file: 'svc' }, why: /^it was ended by SIG/ }),
      )
      rmSync(broken)
    },
  )
})
