import { describe, expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Platform } from '../../src/declare/platform.ts'
import { type ImageSet, imageSet } from '../../src/image/image-set.ts'
import { pushImages } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { testHost } from '../support/host.ts'
import { isWhole, type MemoryRegistry, startMemoryRegistry } from '../support/memory-registry.ts'
import { IDENTITY_TOKEN, ROBOT } from '../support/registry-login.ts'
import { REGISTRIES, type RegistryKind } from '../support/registry-manners.ts'
import { tinyImage } from '../support/tiny-image.ts'

const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 2 }
const PLATFORMS: readonly [Platform, Platform] = [
  { os: 'linux', architecture: 'amd64' },
  { os: 'linux', architecture: 'arm64' },
]

const one = (content: string) => imageSet([tinyImage(content, PLATFORMS[0])])
const two = (content: string) =>
  imageSet([tinyImage(`${content} 1`, PLATFORMS[0]), tinyImage(`${content} 2`, PLATFORMS[1])])

/** Publishes with the login of docker's file, as `docker login` or `az acr login` writes it. */
async function push(
  registry: MemoryRegistry,
  kind: RegistryKind,
  set: ImageSet,
  ...names: readonly string[]
) {
  const made = testHost()
  const host = { ...made, env: { HOME: made.cwd, DOCKER_CONFIG: made.cwd } }
  const auth = (pair: string) => Buffer.from(pair).toString('base64')
  const entry =
    kind.byIdentity === true
      ? { auth: auth('00000000-0000-0000-0000-000000000000:'), identitytoken: IDENTITY_TOKEN }
      : { auth: auth(`${ROBOT.username}:${ROBOT.password}`) }
  const config = path.join(made.cwd, 'config.json')
  writeFileSync(config, JSON.stringify({ auths: { [registry.address]: entry } }))
  const references = names.map(name => {
    const [repository = '', identifier = ''] = name.split(':')
    return { registry: registry.address, repository, identifier }
  })
  const spec = { push: true, references, load: false, output: null, credentials: null, githubToken: null }
  const platforms = set.images.map(({ platform }) => platform)
  return pushImages(await authenticate(host, spec, platforms, PATIENCE), set)
}

describe.each(Object.entries(REGISTRIES))('%s', (_, kind) => {
  async function withRegistry(use: (registry: MemoryRegistry) => Promise<void>) {
    const registry = await startMemoryRegistry(kind.manners())
    try {
      await use(registry)
    } finally {
      await registry.stop()
    }
  }

  function expectAt(registry: MemoryRegistry, set: ImageSet, ...names: readonly string[]) {
    for (const name of names) {
      const [repository = '', tag = ''] = name.split(':')
      const there = registry.repository(repository)
      expect([name, there.tags.get(tag)]).toEqual([name, set.root.digest])
      expect([name, isWhole(there, set.root.bytes)]).toEqual([name, true])
    }
  }

  it('gets one image', () =>
    withRegistry(async registry => {
      const result = await push(registry, kind, one('one'), 'team/app:v1', 'team/app:latest')
      expect(result).toMatchObject({ missing: [], untagged: [] })
      expectAt(registry, one('one'), 'team/app:v1', 'team/app:latest')
    }))

  it('gets two platforms in two repositories', () =>
    withRegistry(async registry => {
      const names = ['team/app:v1', 'team/other:v1']
      const result = await push(registry, kind, two('two'), ...names)
      expect(result).toMatchObject({ missing: [], untagged: [] })
      expectAt(registry, two('two'), ...names)
    }))

  it('gets nothing twice, and what changed', () =>
    withRegistry(async registry => {
      await push(registry, kind, two('first'), 'team/app:v1')
      const before = registry.seen.length
      const again = await push(registry, kind, two('first'), 'team/app:v1')
      expect(again.live).toMatchObject([{ outcome: 'unchanged' }])
      const asked = registry.seen.slice(before)
      expect(asked.filter(({ method }) => method === 'PUT' || method === 'PATCH')).toEqual([])
      const changed = await push(registry, kind, two('second'), 'team/app:v1')
      expect(changed.live).toMatchObject([{ outcome: 'pushed' }])
      expectAt(registry, two('second'), 'team/app:v1')
      // What a tag refers to is read before it is moved, and a storage service may be the one that has it.
      const redirected = registry.seen.filter(({ url }) => url.startsWith('/storage/'))
      expect(redirected.every(({ headers }) => headers.authorization === undefined)).toBe(true)
    }))

  it('refuses others, before anything is there', () =>
    withRegistry(async registry => {
      const failed = push(registry, kind, two('refused'), 'others/app:v1')
      await expect(failed).rejects.toMatchObject({
        code: 'registry',
        message: expect.stringMatching(kind.refusal),
        clauses: { fix: expect.anything() },
      })
      expect([...(registry.repositories.get('others/app')?.blobs ?? [])]).toEqual([])
      await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining(ROBOT.password) })
    }))

  it('moves no tag where one of two repositories is refused', () =>
    withRegistry(async registry => {
      const failed = await push(registry, kind, one('both'), 'team/app:v1', 'others/app:v1').catch(
        (error: unknown) => error,
      )
      expect(failed).toMatchObject({ code: 'registry' })
      expect([...registry.repository('team/app').tags]).toEqual([])
    }))
})
