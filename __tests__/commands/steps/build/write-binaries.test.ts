import { describe, expect, it } from '@jest/globals'
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { writeBinaries } from '../../../../src/commands/steps/build/write-binaries.ts'
import type { ImageSpec } from '../../../../src/declare/spec.ts'
import { imageSpecFor, SERVICE, serviceHost } from '../../../support/service.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** What was made for each platform of a spec, each with binaries of these names. */
function made(spec: ImageSpec, names: readonly string[] = ['svc']) {
  return spec.platforms.map(platform => ({
    spec: platform,
    binaries: names.map(name => ({
      linked: { name, directory: undefined, file: '', main: null, importPath: null },
      bytes: bytes(`${name} linked`),
    })),
    shipped: names.map(name => ({ name, bytes: bytes(name), packed: true })),
  }))
}

const PLATFORMS = 'linux/amd64, linux/arm/v6'

describe('writeBinaries', () => {
  it('writes nothing unless asked', async () => {
    const host = serviceHost()
    const spec = imageSpecFor(host)
    expect(await writeBinaries(host, spec, made(spec))).toBeNull()
  })

  it('writes both executables of every platform, and says where', async () => {
    const host = serviceHost()
    const spec = imageSpecFor(host, { binaries: 'out/dist', platforms: PLATFORMS })
    const written = await writeBinaries(host, spec, made(spec))
    expect(written).toMatchObject({ directory: path.join(host.cwd, 'out/dist'), shown: 'out/dist' })
    expect(written?.files.map(({ name }) => name)).toEqual([
      'svc_0123456_linux_amd64',
      'svc_0123456_linux_amd64-linked',
      'svc_0123456_linux_armv6',
      'svc_0123456_linux_armv6-linked',
    ])
    expect(readdirSync(path.join(host.cwd, 'out/dist'))).toHaveLength(6)
  })

  it('writes one where nothing is to be packed', async () => {
    const host = serviceHost()
    const spec = imageSpecFor(host, { binaries: 'dist', pack: 'off' })
    const written = await writeBinaries(host, spec, made(spec))
    expect(written?.files.map(({ name }) => name)).toEqual(['svc_0123456_linux_amd64'])
  })

  it('writes nothing where a link leads out of the workspace', async () => {
    const host = serviceHost({ ...SERVICE, '.git/HEAD': '' })
    const elsewhere = serviceHost().cwd
    const spec = imageSpecFor(host, { binaries: 'dist' })
    symlinkSync(elsewhere, path.join(host.cwd, 'dist'))
    await expect(writeBinaries(host, spec, made(spec))).rejects.toMatchObject({
      code: 'write',
      message: expect.stringMatching(/leads out of the workspace.*name another place with binaries/),
    })
    expect(readdirSync(elsewhere)).not.toContain('binaries.json')
  })

  it('refuses two binaries that would have one name', async () => {
    const host = serviceHost()
    const spec = imageSpecFor(host, { binaries: 'dist' })
    await expect(writeBinaries(host, spec, made(spec, ['a b', 'a b']))).rejects.toMatchObject({
      code: 'bad-input',
      message:
        'Two binaries for linux/amd64 are named a b; give one of them another name with main: PATH=NAME.',
    })
    expect(readdirSync(host.cwd)).not.toContain('dist')
  })

  it('shows a folder outside as it is', async () => {
    const host = serviceHost()
    const outside = path.join(serviceHost().cwd, 'dist')
    mkdirSync(outside)
    const spec = imageSpecFor(host, { binaries: outside })
    expect(await writeBinaries(host, spec, made(spec))).toMatchObject({ shown: outside })
  })
})
