import { describe, expect, it } from '@jest/globals'
import { findOfBranch } from '../../../../src/commands/steps/baseline/auto.ts'
import {
  absent,
  type FoundBaseline,
  NOTHING,
  unreadable,
} from '../../../../src/commands/steps/baseline/found.ts'
import type { AutoBaseline } from '../../../../src/declare/baseline-spec.ts'
import type { Platform } from '../../../../src/declare/platform.ts'
import type { Kept } from '../../../../src/github/kept-weigh-in.ts'
import { platformWeight, weighIn } from '../../../report/sample.ts'
import { testHost } from '../../../support/host.ts'

const [START, OTHER] = ['a'.repeat(40), 'b'.repeat(40)] as const
const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }
const ASKED: AutoBaseline = {
  kind: 'auto',
  commit: START,
  branch: 'main',
  reference: null,
  why: 'image says nothing',
}

const kept = (revision: string | null): Kept => ({ status: 'found', weighIn: { ...weighIn(), revision } })
const NONE: Kept = { status: 'none' }
const OLDER: Kept = {
  status: 'other version',
  reason: 'the weigh-in kept in the cache was written by Bantam 0.0.9 with schemaVersion 1',
}
const BROKEN: Kept = { status: 'unreadable', reason: 'the cache answered 500' }
const published = (revision: string | null): FoundBaseline => ({
  status: 'read',
  report: { ...NOTHING, kind: 'image', reference: 'ghcr.io/o/x:main', revision },
  images: [{ name: null, weight: platformWeight(), budget: null }],
})
const MISSING = absent('ghcr.io/o/x:main is not there', 'ghcr.io/o/x:main')
const REFUSED = unreadable('ghcr.io answers 401', { kind: 'image', reference: 'ghcr.io/o/x:main' })

interface Places {
  readonly cached?: Kept
  readonly image?: FoundBaseline
}

function find(
  { cached, image }: Places,
  asked = ASKED,
  platform = AMD64,
  host = testHost(),
): Promise<FoundBaseline> {
  return findOfBranch(host, platform, asked, {
    kept: cached === undefined ? undefined : async () => cached,
    image: image === undefined ? null : async () => image,
  })
}

describe('what a branch weighed where a change starts', () => {
  it.each<
    Places & {
      readonly name: string
      readonly kind: string
      readonly of: string | null
      readonly startsFrom?: string
    }
  >([
    {
      name: 'kept of the very commit',
      cached: kept(START),
      image: published(START),
      kind: 'cache',
      of: START,
    },
    {
      name: 'published from the very commit',
      cached: kept(OTHER),
      image: published(START),
      kind: 'image',
      of: START,
    },
    {
      name: 'the newest that is kept',
      cached: kept(OTHER),
      image: published(OTHER),
      kind: 'cache',
      of: OTHER,
      startsFrom: START,
    },
    {
      name: 'kept, where the registry refuses',
      cached: kept(OTHER),
      image: REFUSED,
      kind: 'cache',
      of: OTHER,
      startsFrom: START,
    },
    {
      name: 'the newest that is published',
      cached: NONE,
      image: published(OTHER),
      kind: 'image',
      of: OTHER,
      startsFrom: START,
    },
    {
      name: 'published from nobody knows where',
      image: published(null),
      kind: 'image',
      of: null,
      startsFrom: START,
    },
  ])('is $name', async ({ kind, of, startsFrom, ...places }) => {
    const found = await find(places)
    expect(found).toMatchObject({ status: 'read', report: { kind, revision: of, reason: null } })
    expect(found.report?.startsFrom).toBe(startsFrom)
  })

  it('is published from the very commit where the cache cannot be read', async () => {
    const found = await find({ cached: BROKEN, image: published(START) })
    expect(found).toMatchObject({ status: 'read', report: { kind: 'image', revision: START } })
  })

  it('is none where another version of Bantam kept it, with a notice that names the version', async () => {
    const host = testHost()
    expect(await find({ cached: OLDER }, ASKED, AMD64, host)).toEqual({
      status: 'absent',
      report: null,
      reason: `${OLDER.status === 'other version' && OLDER.reason}, and image says nothing`,
    })
    expect(host.log.lines).toEqual([
      expect.stringMatching(/^notice: There is nothing to compare with in the cache: .* schemaVersion 1\.$/),
    ])
  })

  it('is published where another version of Bantam kept it', async () => {
    expect(await find({ cached: OLDER, image: published(START) })).toMatchObject({ status: 'read' })
    expect(await find({ cached: OLDER, image: MISSING })).toMatchObject({ status: 'absent' })
    expect(await find({ cached: OLDER, image: REFUSED })).toMatchObject({ status: 'unreadable' })
  })

  it('does not download an image for nothing', async () => {
    const image = async () => Promise.reject(new Error('nobody asked'))
    const found = await findOfBranch(testHost(), AMD64, ASKED, { kept: async () => kept(START), image })
    expect(found.status).toBe('read')
  })

  it('is the newest, and of no other commit than was asked for, where none was', async () => {
    const asked = { ...ASKED, commit: null }
    const found = await find({ cached: kept(null), image: published(OTHER) }, asked)
    expect(found.report).toEqual({ ...NOTHING, kind: 'cache' })
  })

  it.each<Places & { readonly name: string; readonly found: FoundBaseline }>([
    { name: 'absent where both are', cached: NONE, image: MISSING, found: MISSING },
    {
      name: 'unreadable where the registry refuses, and nothing is kept',
      cached: NONE,
      image: REFUSED,
      found: REFUSED,
    },
    {
      name: 'absent where there is nowhere to look',
      found: { status: 'absent', report: null, reason: 'image says nothing' },
    },
    {
      name: 'absent where only the cache could have it',
      cached: NONE,
      found: {
        status: 'absent',
        report: null,
        reason: 'no weigh-in of main is kept in the cache, and image says nothing',
      },
    },
  ])('is $name', async ({ found, ...places }) => {
    expect(await find(places)).toEqual(found)
  })

  const UNREADABLE = unreadable('the cache answered 500', { kind: 'cache', reference: null })

  it.each<Places & { readonly name: string; readonly asked?: AutoBaseline }>([
    { name: 'there is no image', cached: BROKEN, image: MISSING },
    { name: 'the registry refuses too', cached: BROKEN, image: REFUSED },
    { name: 'there is nowhere else to look', cached: BROKEN },
    { name: 'the image is of another commit', cached: BROKEN, image: published(OTHER) },
    {
      name: 'the commit is not known',
      cached: BROKEN,
      image: published(OTHER),
      asked: { ...ASKED, commit: null },
    },
  ])(
    'is unreadable, and not absent, where the cache cannot be read and $name',
    async ({ asked, ...places }) => {
      expect(await find(places, asked)).toEqual(UNREADABLE)
    },
  )

  it('is no weigh-in of another platform, which cannot be there by right', async () => {
    expect(await find({ cached: kept(START), image: MISSING }, ASKED, ARM64)).toMatchObject({
      status: 'unreadable',
      reason: 'the weigh-in kept in the cache has no image for linux/arm64',
    })
  })
})
