import { afterEach, describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { arch } from 'node:os'
import path from 'node:path'
import type { PackSpec } from '../../src/declare/spec.ts'
import { PINNED_UPX } from '../../src/declare/upx-settings.ts'
import { run } from '../../src/host/process.ts'
import { resolveUpx, resolveUpxToUnpack } from '../../src/toolchain/resolve-upx.ts'
import { pinOf, upxArchive } from '../../src/toolchain/upx-releases.ts'
import { tarXz, upxArchiveOf } from '../support/archives.ts'
import {
  breaksOff,
  downloadServer,
  gives,
  goneServer,
  redirectsTo,
  serves,
  type Answer,
} from '../support/download-server.ts'
import { testHost } from '../support/host.ts'
import { describeWith, which } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const pinned: PackSpec = {
  mode: 'auto',
  packer: 'upx',
  upxVersion: null,
  upxSha256: null,
  upxArgs: [],
  upxDownloadUrl: null,
}

/** A host whose PATH has xz and tar and at most a `upx` that says to be this version. */
function machine({ upx = null, xz = true }: { upx?: string | null; xz?: boolean } = {}) {
  const { cwd } = testHost()
  const bin = path.join(cwd, 'bin')
  mkdirSync(bin)
  if (xz) symlinkSync(which('xz') ?? '', path.join(bin, 'xz'))
  if (upx !== null) writeFileSync(path.join(bin, 'upx'), `#!/bin/sh\necho "${upx}"\n`, { mode: 0o755 })
  return testHost({ cwd, env: { PATH: bin, RUNNER_TOOL_CACHE: path.join(cwd, 'cache') } })
}

function layInCache(host: ReturnType<typeof machine>, version: string, content: string): string {
  const directory = path.join(host.cwd, 'cache', 'upx', version, arch())
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, 'upx'), content, { mode: 0o755 })
  writeFileSync(`${directory}.complete`, '')
  return path.join(directory, 'upx')
}

function hash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describeWith(['xz', 'upx'], 'resolveUpx', () => {
  const servers: { close(): Promise<void> }[] = []
  afterEach(async () => void (await Promise.all(servers.splice(0).map(server => server.close()))))
  const real = which('upx') ?? ''
  const build = arch() === 'arm64' ? 'arm64_linux' : 'amd64_linux'
  const archive = upxArchiveOf(real, '4.2.4', build)

  async function mirror(answer: Answer | readonly Answer[], version = '4.2.4') {
    const name = upxArchive(version, 'linux', arch()) ?? ''
    const server = await downloadServer({
      [`/upx/v${version}/${name}`]: answer,
      '/elsewhere': serves(archive),
    })
    servers.push(server)
    return { server, spec: { ...pinned, upxDownloadUrl: `${server.url}/upx/` } }
  }

  describe('where one is here', () => {
    it('takes the pinned version on PATH, and asks no server', async () => {
      const host = machine({ upx: `upx ${PINNED_UPX}` })
      const { server, spec } = await mirror(serves(archive))
      const command = path.join(host.cwd, 'bin', 'upx')
      expect(await resolveUpx(host, spec)).toEqual({
        version: PINNED_UPX,
        command,
        sha256: hash(readFileSync(command)),
        source: 'PATH',
      })
      expect(server.requests).toEqual([])
      expect(host.log.lines.filter(line => line.startsWith('notice'))).toEqual([])
    })

    it.each([
      { where: 'PATH', upx: 'upx 4.2.2' },
      { where: 'the tool cache', upx: null },
    ])(
      'takes the known-good 4.2.2 from $where only if the pinned one cannot be had, and says so',
      async ({ where, upx }) => {
        const host = machine({ upx })
        if (upx === null) layInCache(host, '4.2.2', 'cached')
        const spec = { ...pinned, upxDownloadUrl: await goneServer() }
        expect(await resolveUpx(host, spec)).toMatchObject({ version: '4.2.2' })
        expect(host.log.lines.filter(line => line.startsWith('notice'))).toEqual([
          expect.stringMatching(
            new RegExp(
              `UPX 4\\.2\\.2 from ${where} is used, .* UPX 4\\.2\\.4 could not be found or downloaded: .*ECONNREFUSED`,
            ),
          ),
        ])
      },
    )

    it('says nothing of a UPX or a server that the end of the run kept from answering', async () => {
      const stop = new AbortController()
      const host = { ...machine({ upx: 'upx 4.2.2' }), stop: stop.signal }
      const { spec } = await mirror(() => stop.abort())
      await expect(resolveUpx(host, spec)).rejects.toThrow('aborted')
      await expect(resolveUpx(host, spec)).rejects.toThrow('aborted')
      expect(host.log.lines.filter(line => /^(?:notice|warning)/.test(line))).toEqual([])
    })

    it('asks once only where another version can stand in', async () => {
      const { server, spec } = await mirror(gives(500))
      expect(await resolveUpx(machine({ upx: 'upx 4.2.2' }), spec)).toMatchObject({ version: '4.2.2' })
      expect(server.requests).toHaveLength(1)
    })

    it('lets no version stand in for a download that is not what it should be', async () => {
      const { spec } = await mirror(serves(archive))
      await expect(resolveUpx(machine({ upx: 'upx 4.2.2' }), spec)).rejects.toEqual(
        aFailure('toolchain', { why: 'SHA-256' }),
      )
    })

    it('prefers the pinned version on PATH to another one in the tool cache', async () => {
      const host = machine({ upx: `upx ${PINNED_UPX}` })
      layInCache(host, '4.2.2', 'cached')
      expect(await resolveUpx(host, pinned)).toMatchObject({ version: PINNED_UPX, source: 'PATH' })
    })

    it.each(['4.2.2', '4.2.4'])('unpacks with the %s that is on this machine', async version => {
      const host = machine({ upx: `upx ${version}` })
      expect(await resolveUpxToUnpack(host)).toMatchObject({ version, source: 'PATH' })
      expect(host.log.lines.filter(line => line.startsWith('notice'))).toEqual([])
    })

    it('takes the tool cache before PATH, without running anything', async () => {
      const host = machine({ upx: 'upx 4.2.2' })
      const command = layInCache(host, '4.2.4', 'cached')
      expect(await resolveUpx(host, pinned)).toEqual({
        version: '4.2.4',
        command,
        sha256: hash('cached'),
        source: 'tool cache',
      })
      expect(host.log.lines).toEqual([])
    })

    it.each([
      { version: '5.2.1', upx: 'upx 5.2.1', source: 'PATH' },
      { version: '3.96', upx: 'upx 3.96', source: 'PATH' },
      { version: '3.95', upx: 'upx 3.96', cached: '3.95.0', source: 'tool cache' },
    ])(
      'takes exactly $version where that is asked for: $source',
      async ({ version, upx, cached, source }) => {
        const host = machine({ upx })
        if (cached !== undefined) layInCache(host, cached, 'cached')
        expect(await resolveUpx(host, { ...pinned, upxVersion: version })).toMatchObject({ version, source })
      },
    )

    it.each(['fish', '$(exit 1)'])('passes over what is no UPX, and says so: %s', async says => {
      const host = machine({ upx: says })
      const spec = { ...pinned, upxDownloadUrl: await goneServer() }
      await expect(resolveUpx(host, spec)).rejects.toMatchObject({ code: 'missing-tool' })
      expect(host.log.lines).toContainEqual(
        expect.stringMatching(/^warning: The UPX on PATH, .*, is skipped/),
      )
    })

    it('takes the real one on PATH where that is known-good', async () => {
      const spec = { ...pinned, upxDownloadUrl: await goneServer() }
      const found = await resolveUpx(testHost({ env: { ...process.env, RUNNER_TOOL_CACHE: '' } }), spec)
      expect((await run(testHost(), found.command, ['--version'], { env: process.env })).stdout).toContain(
        `upx ${found.version}`,
      )
    })
  })

  describe('from a mirror', () => {
    // The real archive of the pin is not here; the real program in its layout is, vouched for by upx-sha256.
    it.each([
      { name: 'the archive', answer: serves(archive), requests: 1 },
      { name: 'the archive after a 500', answer: [gives(500), serves(archive)], requests: 2 },
      { name: 'what it is redirected to', answer: redirectsTo('/elsewhere'), requests: 1 },
    ])('installs $name, whatever is on PATH, and finds it again', async ({ answer, requests }) => {
      const { server, spec } = await mirror(answer)
      const host = machine({ upx: 'upx 4.2.4' })
      const asked = { ...spec, upxSha256: hash(archive).toUpperCase() }
      const upx = await resolveUpx(host, asked)
      expect(upx).toMatchObject({ version: '4.2.4', source: 'download', sha256: hash(readFileSync(real)) })
      expect((await run(host, upx.command, ['--version'], { env: process.env })).stdout).toMatch(/^upx 4\./)
      expect(server.requests.filter(path => path.startsWith('/upx/v4.2.4/upx-4.2.4-'))).toHaveLength(requests)
      expect(await resolveUpx(host, asked)).toEqual({ ...upx, source: 'tool cache' })
      expect(readdirSync(host.temporary)).toEqual([])
      // Vouched for by the user, so not the one that the pins vouch for.
      expect(existsSync(path.join(host.cwd, 'cache', 'upx'))).toBe(false)
    })

    it.each([
      {
        name: 'what the pin does not know, and names both hashes',
        content: archive,
        sha256: null,
        says: `SHA-256 is ${hash(archive)}, expected ${pinOf(upxArchive('4.2.4', 'linux', arch()) ?? '')}`,
      },
      {
        name: 'what upx-sha256 does not say',
        content: archive,
        sha256: 'f'.repeat(64),
        says: `SHA-256 is ${hash(archive)}, expected ${'f'.repeat(64)}`,
      },
      {
        name: 'a truncated archive',
        content: archive.subarray(0, 1000),
        sha256: hash(archive.subarray(0, 1000)),
        says: 'damaged or incomplete',
      },
      ...[
        {
          name: 'an archive with ../',
          content: tarXz([{ name: 'upx/../../victim', content: '!' }]),
          says: 'points out of the archive',
        },
        {
          name: 'an archive with a link that points out',
          content: tarXz([{ name: 'upx/upx', type: '2', link: '/bin/sh' }]),
          says: 'points out of the archive',
        },
        {
          name: 'an archive without upx',
          content: tarXz([{ name: 'upx/README', content: '' }]),
          says: 'it holds no program upx',
        },
      ].map(row => ({ ...row, sha256: hash(row.content) })),
    ])('refuses $name', async ({ content, sha256, says }) => {
      const { spec } = await mirror(serves(content))
      const host = machine()
      await expect(resolveUpx(host, { ...spec, upxSha256: sha256 })).rejects.toEqual(
        aFailure('toolchain', { why: says }),
      )
      expect(readdirSync(host.temporary)).toEqual([])
      const kept = existsSync(path.join(host.cwd, 'cache'))
        ? readdirSync(path.join(host.cwd, 'cache'), { recursive: true, encoding: 'utf8' })
        : []
      expect(kept.filter(name => name.endsWith('.complete') || name.endsWith('upx/upx'))).toEqual([])
    })

    it.each([
      { name: 'the server is gone', answer: null, says: 'ECONNREFUSED' },
      { name: 'it is not there', answer: gives(404), says: 'the server answered 404' },
      { name: 'it always breaks off', answer: breaksOff(archive), says: 'it broke off' },
    ])('names `pack: off` and what to install where $name', async ({ answer, says }) => {
      const spec =
        answer === null ? { ...pinned, upxDownloadUrl: await goneServer() } : (await mirror(answer)).spec
      const failure: unknown = await resolveUpx(machine({ upx: 'upx 5.2.0' }), spec).catch(error => error)
      expect(failure).toEqual(aFailure('missing-tool', { fields: { version: PINNED_UPX }, why: says }))
      expect(String(failure)).toMatch(
        /the one on PATH is 5\.2\.0.*install UPX 4\.2\.2 or 4\.2\.4 \(package upx-ucl .*upx-download-url.*pack: off/,
      )
    })

    it('names xz and `pack: off` where xz is missing', async () => {
      const { spec } = await mirror(serves(archive))
      const failure: unknown = await resolveUpx(machine({ xz: false }), {
        ...spec,
        upxSha256: hash(archive),
      }).catch(error => error)
      expect(failure).toEqual(
        aFailure('missing-tool', { fields: { version: PINNED_UPX }, fix: /xz-utils.*pack: off/ }),
      )
    })

    it('does not download a version that it cannot verify', async () => {
      const { server, spec } = await mirror(serves(archive), '5.2.1')
      await expect(
        resolveUpx(machine({ upx: 'upx 4.2.2' }), { ...spec, upxVersion: '5.2.1' }),
      ).rejects.toEqual(
        aFailure('bad-input', { fields: { input: 'upx-version', value: '5.2.1' }, fix: 'set upx-sha256' }),
      )
      expect(server.requests).toEqual([])
    })

    it('downloads another version where upx-sha256 vouches for it', async () => {
      const other = upxArchiveOf(real, '4.2.3', build)
      const { spec } = await mirror(serves(other), '4.2.3')
      const upx = await resolveUpx(machine(), { ...spec, upxVersion: '4.2.3', upxSha256: hash(other) })
      expect(upx).toMatchObject({ version: '4.2.3', source: 'download' })
    })

    it('has one whole UPX where two ask at once', async () => {
      const { spec } = await mirror(serves(archive))
      const host = machine()
      const asked = { ...spec, upxSha256: hash(archive) }
      const [one, two] = await Promise.all([resolveUpx(host, asked), resolveUpx(host, asked)])
      expect(one.command).toBe(two.command)
      expect(one.sha256).toBe(hash(readFileSync(real)))
    })
  })
})
