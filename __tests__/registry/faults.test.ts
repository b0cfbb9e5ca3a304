import { afterAll, describe, expect, it } from '@jest/globals'
import type { Platform } from '../../src/declare/platform.ts'
import type { Reference } from '../../src/declare/reference.ts'
import { type ImageSet, imageSet } from '../../src/image/image-set.ts'
import { pushImages, type PushResult } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { startFaultRegistry, type Seen } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import {
  type Given,
  isWhole,
  type Manners,
  type MemoryRegistry,
  refuse,
  startMemoryRegistry,
} from '../support/memory-registry.ts'
import { startRegistry } from '../support/registry.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'

// Every request of a publish is broken in turn, in every way, alone or with all after it. It lands whole, or moves no tag.

/** Long enough for a busy machine, where an answer that is only late must not count as none. */
const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 2, answerMs: 1000 }
const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }

const setOf = (content: string): ImageSet =>
  imageSet([tinyImage(`${content}, amd64`, AMD64), tinyImage(`${content}, arm64`, ARM64)])
const [OLD, NEW] = [setOf('old'), setOf('new')]

/** The tags that are published in a registry, in two repositories. The first refers to an older index. */
const TAGS = ['one:v1', 'one:v2', 'two:v1']
const BEFORE = [OLD.root.digest, undefined, undefined]
const AFTER = TAGS.map(() => NEW.root.digest)

function referencesIn({ address }: { readonly address: string }): readonly Reference[] {
  return TAGS.map(name => {
    const [repository = '', identifier = ''] = name.split(':')
    return { registry: address, repository, identifier }
  })
}

const tagsIn = (registry: MemoryRegistry) =>
  referencesIn(registry).map(({ repository, identifier }) =>
    registry.repositories.get(repository)?.tags.get(identifier),
  )

async function startWithOld(manners: Manners = {}): Promise<MemoryRegistry> {
  const registry = await startMemoryRegistry(manners)
  const { blobs, manifests, tags } = registry.repository('one')
  for (const { layers, config, manifest } of OLD.images) {
    for (const { digest, bytes } of [...layers, config]) blobs.set(digest, Buffer.from(bytes))
    manifests.set(manifest.digest, { type: manifest.mediaType, bytes: Buffer.from(manifest.bytes) })
  }
  manifests.set(OLD.root.digest, { type: OLD.root.mediaType, bytes: Buffer.from(OLD.root.bytes) })
  tags.set('v1', OLD.root.digest)
  return registry
}

/** `null`: the run failed before anything was pushed. */
async function publish(references: readonly Reference[]): Promise<PushResult | null> {
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  const spec = { push: true, references, load: false, output: null, credentials: null, githubToken: null }
  const session = await authenticate(host, spec, [AMD64, ARM64], PATIENCE).catch(() => null)
  return session === null ? null : pushImages(session, NEW)
}

/** Each breaks the requests for which `breaks` is true. */
const WAYS: Readonly<Record<string, (breaks: (seen: Seen) => boolean) => Manners>> = {
  '403': breaks => ({ before: seen => (breaks(seen) ? refuse(403, 'DENIED') : null) }),
  '404': breaks => ({ before: seen => (breaks(seen) ? { status: 404 } : null) }),
  '500': breaks => ({ before: seen => (breaks(seen) ? { status: 500 } : null) }),
  'a reset': breaks => ({ before: seen => (breaks(seen) ? 'reset' : null) }),
  'a time-out': breaks => ({ before: seen => (breaks(seen) ? 'silence' : null) }),
  'an answer that is lost': breaks => ({ after: (given, seen) => (breaks(seen) ? 'reset' : given) }),
  'an answer of success without a deed': breaks => ({
    before: seen => (breaks(seen) ? success(seen) : null),
  }),
}

function success({ method, url }: Seen): Given {
  if (method === 'POST') return { status: 202, headers: { location: `${url.replace(/\?.*/, '')}nowhere` } }
  return { status: method === 'PUT' ? 201 : 200 }
}

let cases = 0
afterAll(() => expect(cases).toBeGreaterThanOrEqual(250))

const isTagPut = ({ method, url }: Seen) => method === 'PUT' && /\/manifests\/v\d$/.test(url)

/** Several at a time, because each waits for the network most of the time. */
async function atEach(last: number, check: (at: number) => Promise<void>): Promise<void> {
  const left = Array.from({ length: last }, (_, at) => at)
  const work = async () => {
    for (let at = left.shift(); at !== undefined; at = left.shift()) {
      await check(at)
      cases += 1
    }
  }
  await Promise.all(Array.from({ length: 12 }, work))
}

/** Breaks the request with this number; with `forever`, all after it too. */
function breaksAt(at: number, forever: boolean) {
  let count = 0
  let tagPutSeen = false
  return {
    breaks: (seen: Seen) => {
      count += 1
      if (count <= at + 1) tagPutSeen ||= isTagPut(seen)
      return forever ? count > at : count === at + 1
    },
    /** Whether a tag was being moved when the fault began. */
    wasMoving: () => tagPutSeen,
  }
}

async function requestsOfAPublish(): Promise<number> {
  const registry = await startWithOld()
  try {
    const result = await publish(referencesIn(registry))
    expect(result).toMatchObject({ missing: [], untagged: [] })
    expect(tagsIn(registry)).toEqual(AFTER)
    return registry.seen.length
  } finally {
    await registry.stop()
  }
}

const ways = Object.keys(WAYS).flatMap(way => [
  { way, until: 'alone', forever: false },
  { way, until: 'and all after it', forever: true },
])

describe('publishing two platforms to two repositories of a registry', () => {
  it.each(ways)(
    'with $way at a request, $until, lands whole or moves no tag',
    async ({ way, forever }) => {
      const requests = await requestsOfAPublish()
      expect(requests).toBeGreaterThan(30)
      await atEach(requests, async at => {
        const { breaks, wasMoving } = breaksAt(at, forever)
        const registry = await startWithOld(WAYS[way]?.(breaks))
        try {
          const references = referencesIn(registry)
          const result = await publish(references)
          const tags = tagsIn(registry)
          for (const [index, tag] of tags.entries()) {
            expect([at, index, [BEFORE[index], NEW.root.digest]]).toEqual([
              at,
              index,
              expect.arrayContaining([tag]),
            ])
            if (tag === NEW.root.digest)
              expect([
                at,
                isWhole(registry.repository(references[index]!.repository), NEW.root.bytes),
              ]).toEqual([at, true])
          }
          // From the first tag on, each lands or not for itself.
          if (!wasMoving()) expect([at, [BEFORE, AFTER]]).toEqual([at, expect.arrayContaining([tags])])
          expectTold(at, result, registry)
        } finally {
          await registry.stop()
        }
      })
    },
    60_000,
  )
})

/** Every tag is named once, and none is called live that is not. */
function expectTold(at: number, result: PushResult | null, registry: MemoryRegistry): void {
  const tags = tagsIn(registry)
  if (result === null) return expect([at, tags]).toEqual([at, BEFORE])
  const references = referencesIn(registry)
  const own = [...result.live, ...result.missing]
    .map(({ reference }) => reference)
    .filter(reference => reference.registry === registry.address)
  expect([at, own.length, new Set(own)]).toEqual([at, references.length, new Set(references)])
  for (const { reference } of result.live.filter(({ reference }) => own.includes(reference)))
    expect([at, tags[references.findIndex(one => isSame(one, reference))]]).toEqual([at, NEW.root.digest])
}

function isSame(one: Reference, other: Reference): boolean {
  return one.repository === other.repository && one.identifier === other.identifier
}

describe('publishing to two registries', () => {
  it.each(['403', '500', 'a reset', 'a time-out'])(
    'with %s at a request of one, and all after it, lands whole in the other',
    async way => {
      const requests = await requestsOfAPublish()
      await atEach(requests, async at => {
        const { breaks } = breaksAt(at, true)
        const [broken, sound] = [await startWithOld(WAYS[way]?.(breaks)), await startWithOld()]
        try {
          const result = await publish([...referencesIn(broken), ...referencesIn(sound)])
          expect([at, tagsIn(sound)]).toEqual([at, AFTER])
          const live = result?.live.filter(({ reference }) => reference.registry === sound.address)
          expect([at, live?.length]).toEqual([at, TAGS.length])
          expectTold(at, result, broken)
          const missing = result?.missing.map(({ reference, cause }) => [reference.registry, cause])
          for (const [registry, cause] of missing ?? [])
            expect([at, registry, cause]).toEqual([
              at,
              broken.address,
              expect.objectContaining({ code: 'registry' }),
            ])
        } finally {
          await Promise.all([broken.stop(), sound.stop()])
        }
      })
    },
    60_000,
  )
})

describeWith(['docker-registry'], 'publishing to a real registry', () => {
  it.each([
    ['a reset', 'alone', 'reset', false],
    ['a 500', 'and all after it', { status: 500 }, true],
  ] as const)(
    'with %s at every fourth request, %s, moves all tags or none',
    async (name, _, answer, forever) => {
      const registry = await startRegistry()
      try {
        const requests = await requestsOfAPublish()
        await atEach(Math.floor(requests / 4), async at => {
          const { breaks, wasMoving } = breaksAt(at * 4, forever)
          const proxy = await startFaultRegistry([{ on: breaks, answer }], registry.address)
          const repository = `${name.replaceAll(' ', '-')}/at-${at}`
          const references = ['v1', 'v2'].map(identifier => ({
            registry: proxy.address,
            repository,
            identifier,
          }))
          await publish(references)
          await proxy.stop()
          if (wasMoving()) return
          const there = await Promise.all(
            references.map(async ({ identifier }) => {
              const url = `http://${registry.address}/v2/${repository}/manifests/${identifier}`
              const found = await fetch(url, { method: 'HEAD', headers: { accept: NEW.root.mediaType } })
              return found.headers.get('docker-content-digest')
            }),
          )
          const both = references.map(() => NEW.root.digest)
          expect([at, [[null, null], both]]).toEqual([at, expect.arrayContaining([there])])
        })
      } finally {
        await registry.stop()
      }
    },
    60_000,
  )
})
