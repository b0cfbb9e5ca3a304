import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type BaseOpening, openBaseOf, openBases } from '../../../src/commands/steps/open-bases.ts'
import { pathsOutOfPlace } from '../../../src/commands/steps/paths-in-place.ts'
import type { RunSpec } from '../../../src/declare/run-spec.ts'
import type { ImageSpec } from '../../../src/declare/spec.ts'
import { once } from '../../../src/host/once.ts'
import type { Host } from '../../../src/host/host.ts'
import type { RawEntry } from '../../support/archives.ts'
import { ACCOUNTS, baseFor, baseLayout, pushLayout } from '../../support/base-images.ts'
import { handMade, layoutOf, writeTree } from '../../support/layouts.ts'
import { aFailure } from '../../support/a-failure.ts'
import { failureOf } from '../../support/registry-client.ts'
import { ALICE, startRegistry, type TestRegistry } from '../../support/registry.ts'
import { sentencesOf } from '../../support/sentences.ts'
import { imageSpecFor, serviceHost, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM64 = { os: 'linux', architecture: 'arm64' }

/** A host whose directory has these layouts. */
function hostWith(layouts: Readonly<Record<string, string>>) {
  const host = serviceHost()
  for (const [name, layout] of Object.entries(layouts))
    cpSync(layout, path.join(host.cwd, name), { recursive: true })
  return host
}

function openAll(host: Host, spec: ImageSpec, opening: BaseOpening = { sources: once(), bases: once() }) {
  if (spec.base.kind === 'scratch') throw new Error('no base is named')
  return openBases(host, spec, spec.base, opening)
}

const both = baseLayout([
  [AMD64, baseFor(AMD64)],
  [ARM64, baseFor(ARM64)],
])

describe('openBases', () => {
  it('leaves what is on scratch as it is', async () => {
    const host = serviceHost()
    const spec = specFor(host)
    expect(await openBaseOf(host, spec)).toBe(spec)
  })

  it('opens the base of several images once, unless they start other files or are for another platform', async () => {
    const host = hostWith({ base: both })
    const opening: BaseOpening = { sources: once(), bases: once() }
    const on = async (values: Readonly<Record<string, string>>) => {
      const { platforms } = await openAll(host, imageSpecFor(host, { base: './base', ...values }), opening)
      return platforms[0].on
    }
    const [one, other, entrypoint, arm64] = await Promise.all([
      on({ image: 'ghcr.io/o/one', env: 'MODE=own' }),
      on({ image: 'ghcr.io/o/other' }),
      on({ entrypoint: '/bin/sh' }),
      on({ platforms: 'linux/arm64' }),
    ])
    expect(other).toBe(one)
    expect(entrypoint).not.toBe(one)
    expect(entrypoint?.digest).toBe(one?.digest)
    expect(arm64?.digest).not.toBe(one?.digest)
  })

  it('gives every platform its own image, and what it inherits', async () => {
    const host = hostWith({ base: both })
    const platforms = 'linux/amd64,linux/arm64'
    const spec = await openAll(host, imageSpecFor(host, { base: './base', platforms, env: 'MODE=own' }))
    expect(spec.platforms.map(({ on }) => on?.digest)).toEqual([
      baseFor(AMD64).manifest.digest,
      baseFor(ARM64).manifest.digest,
    ])
    for (const { config, on } of spec.platforms) {
      expect(config).toMatchObject({ user: { uid: 1000, gid: 1000 }, workdir: '/data', env: { MODE: 'own' } })
      // A layout has no name that means anything elsewhere.
      expect(config.annotations).toEqual(
        expect.objectContaining({ 'org.opencontainers.image.base.digest': on?.digest }),
      )
      expect(config.annotations).not.toHaveProperty(['org.opencontainers.image.base.name'])
    }
    const digest = spec.platforms[0].on?.rootDigest
    expect(spec.index.annotations).toMatchObject({ 'org.opencontainers.image.base.digest': digest })
    expect(host.log.lines).toEqual([])
  })

  it('keeps the user that was asked for, also one like the default', async () => {
    const host = hostWith({ base: both })
    for (const user of ['65532:65532', '7:8'])
      expect(await openBaseOf(host, specFor(host, { base: './base', user }))).toMatchObject({
        config: { user: { uid: Number(user.split(':')[0]) } },
      })
  })

  it('says once that the image runs as root because the base does', async () => {
    const made = (platform: typeof AMD64) => handMade([ACCOUNTS], { platform, config: { config: {} } })
    const host = hostWith({
      base: baseLayout([
        [AMD64, made(AMD64)],
        [ARM64, made(ARM64)],
      ]),
    })
    await openAll(host, imageSpecFor(host, { base: './base', platforms: 'linux/amd64,linux/arm64' }))
    expect(host.log.lines).toEqual([
      expect.stringMatching(/^notice: the image runs as root, as \.\/base does; write --user/i),
    ])
  })

  it('refuses a user whom the base does not know, unless another is asked for', async () => {
    const made = handMade([ACCOUNTS], { config: { config: { User: 'ghost' } } })
    const host = hostWith({ base: writeTree(layoutOf(made)) })
    const failure = await failureOf(openBaseOf(host, specFor(host, { base: './base' })))
    expect(failure).toMatchObject({
      code: 'unreadable-image',
      message:
        './base runs as "ghost", which its /etc/passwd does not list; write numbers with user: 65532:65532.',
    })
    await expect(openBaseOf(host, specFor(host, { base: './base', user: '5' }))).resolves.toBeDefined()
  })

  it('refuses an account whose name or uid the base has', async () => {
    const host = hostWith({ base: both })
    const opened = (accounts: string) => openBaseOf(host, specFor(host, { base: './base', accounts }))
    await expect(opened('app:2000')).rejects.toEqual(
      aFailure('bad-input', {
        what: /^accounts "app:2000" has the name of a user of \.\/base$/,
        fix: 'write another name',
        fields: { input: 'accounts', value: 'app:2000' },
      }),
    )
    await expect(opened('proxy:1000')).rejects.toEqual(
      aFailure('bad-input', { what: 'has the uid of a user', fix: /write another uid, .* user: 1000$/ }),
    )
    await expect(opened('proxy:2000')).resolves.toMatchObject({
      config: { user: { uid: 1000 }, accounts: [{ name: 'proxy' }] },
    })
  })

  it('shows nothing of a hostile user that a terminal would obey', async () => {
    const made = handMade([ACCOUNTS], { config: { config: { User: `\u001b[31m${'x'.repeat(5000)}` } } })
    const host = hostWith({ base: writeTree(layoutOf(made)) })
    const { message } = await failureOf(openBaseOf(host, specFor(host, { base: './base' })))
    expect(message).not.toMatch(/\p{Cc}/u)
    expect(message.length).toBeLessThan(400)
  })

  it('takes the image that a tag of the layout names', async () => {
    const layers: readonly RawEntry[] = [...ACCOUNTS, { name: 'other' }]
    const [one, two] = [baseFor(AMD64), baseFor(AMD64, [layers])]
    const host = hostWith({ base: baseLayout([[AMD64, one]]) })
    const named = writeTree([
      ...layoutOf(one).filter(({ name }) => name !== 'index.json'),
      ...layoutOf(two).filter(({ name }) => name.startsWith('blobs/')),
      {
        name: 'index.json',
        content: JSON.stringify({
          schemaVersion: 2,
          manifests: [one, two].map(({ manifest: { mediaType, digest, bytes } }, at) => ({
            mediaType,
            digest,
            size: bytes.length,
            annotations: { 'org.opencontainers.image.ref.name': `v${at + 1}` },
          })),
        }),
      },
    ])
    cpSync(named, path.join(host.cwd, 'named'), { recursive: true })
    const { on } = await openBaseOf(host, specFor(host, { base: './named:v2' }))
    expect(on?.digest).toBe(two.manifest.digest)
    await expect(openBaseOf(host, specFor(host, { base: './named' }))).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('several images for linux/amd64'),
    })
  })

  it.each([
    ['./nowhere', 'there is no such directory'],
    ['./nowhere:v1', 'there is no such directory'],
    ['./empty', 'without oci-layout'],
    ['./go.mod', 'it is a file'],
  ])('refuses the path %s', async (base, because) => {
    const host = serviceHost()
    mkdirSync(path.join(host.cwd, 'empty'))
    const failure = await failureOf(openAll(host, imageSpecFor(host, { base })))
    expect(failure).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(`^base "${base.replace('.', '\\.')}" cannot be used: .*${because}`),
      fields: { input: 'base' },
    })
  })

  it('follows no link in a layout of the checkout that leads out of it', async () => {
    const host = hostWith({ base: both })
    const index = path.join(host.cwd, 'base', 'index.json')
    rmSync(index)
    symlinkSync(path.join(both, 'index.json'), index)
    expect(await failureOf(openBaseOf(host, specFor(host, { base: './base' })))).toEqual(
      aFailure('unreadable-image', { why: /^index\.json in it leads out of the workspace through a link/ }),
    )
  })

  it('keeps the layers that it verified, wherever the layout is', async () => {
    for (const base of ['./base', both]) {
      const host = hostWith({ base: both })
      const { on } = await openBaseOf(host, specFor(host, { base }))
      expect(on?.layers.map(({ file }) => path.dirname(file))).toEqual([host.temporary, host.temporary])
    }
  })

  it('follows no link of the checkout to a layout outside of it', async () => {
    const host = serviceHost()
    const root = path.join(host.cwd, 'root')
    mkdirSync(root)
    symlinkSync(both, path.join(root, 'base'))
    writeFileSync(path.join(root, 'go.mod'), 'module x\n')
    const inside = { ...host, cwd: root, env: { ...host.env, GITHUB_WORKSPACE: root } }
    const spec = imageSpecFor(inside, { base: './base' })
    const run = { report: null, sboms: [] as readonly string[] } as RunSpec
    expect(sentencesOf(await pathsOutOfPlace(inside, spec, run))).toEqual([
      expect.stringMatching(/base "base" leads out of the workspace through a link/),
    ])
  })
})

describeWith(['docker-registry', 'skopeo', 'htpasswd'], 'a base in a registry', () => {
  let anonymous: TestRegistry
  let closed: TestRegistry
  beforeAll(async () => {
    anonymous = await startRegistry()
    closed = await startRegistry({ auth: 'basic' })
    pushLayout(both, `${anonymous.address}/os/base:1`)
  })
  afterAll(() => Promise.all([anonymous.stop(), closed.stop()]))

  it.each(['tag', 'digest', 'tag and digest'])('is named by %s', async how => {
    const host = serviceHost()
    const named = `${anonymous.address}/os/base`
    const answer = await fetch(`http://${named.replace('/', '/v2/')}/manifests/1`, {
      method: 'HEAD',
      headers: { accept: 'application/vnd.oci.image.index.v1+json' },
    })
    const digest = answer.headers.get('docker-content-digest') ?? ''
    const bases = {
      tag: `${named}:1`,
      digest: `${named}@${digest}`,
      'tag and digest': `${named}:1@${digest}`,
    }
    const base = bases[how as keyof typeof bases]
    const spec = await openAll(host, imageSpecFor(host, { base, platforms: 'linux/arm64' }))
    const name = how === 'digest' ? base : bases.tag
    expect(spec.platforms[0]).toMatchObject({
      on: { name, digest: baseFor(ARM64).manifest.digest, rootDigest: digest },
      config: {
        annotations: {
          'org.opencontainers.image.base.name': name,
          'org.opencontainers.image.base.digest': baseFor(ARM64).manifest.digest,
        },
      },
    })
    expect(spec.index.annotations).toMatchObject({ 'org.opencontainers.image.base.digest': digest })
  })

  it.each([
    [
      'what is not there',
      (at: string) => ({ base: `${at}/os/none:1` }),
      'registry',
      /the registry answers 404/,
    ],
    [
      'a digest of nothing',
      (at: string) => ({ base: `${at}/os/base@sha256:${'0'.repeat(64)}` }),
      'registry',
      /the registry answers 404/,
    ],
    [
      'a platform that it has not',
      (at: string) => ({ base: `${at}/os/base:1`, platforms: 'linux/riscv64' }),
      'bad-input',
      /has no image for linux\/riscv64: it has linux\/amd64, linux\/arm64\.$/,
    ],
  ])('is refused for %s', async (_, values, code, says) => {
    const host = serviceHost()
    await expect(openAll(host, imageSpecFor(host, values(anonymous.address)))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says),
    })
  })

  it('is opened with the credentials for its own registry only', async () => {
    const host = serviceHost({}, { env: { PATH: process.env['PATH'], HOME: '/nowhere' } })
    const login = { 'registry-username': ALICE.username, 'registry-password': ALICE.password }
    const base = `${closed.address}/os/base:1`
    const elsewhere = { base, image: `${anonymous.address}/x`, tags: 'v1', push: 'true', ...login }
    await expect(openAll(host, imageSpecFor(host, elsewhere))).rejects.toMatchObject({
      code: 'registry',
      fields: { status: 401 },
    })
    const here = { base, image: `${closed.address}/x`, tags: 'v1', push: 'true', ...login }
    await expect(openAll(host, imageSpecFor(host, here))).rejects.toMatchObject({
      message: expect.stringContaining('404'),
    })
  })
})
