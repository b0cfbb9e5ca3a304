import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { digestOf } from '../../src/image/digest.ts'
import {
  lists,
  referrersTag,
  withReferrer,
  type ReferrerDescriptor,
} from '../../src/registry/referrers-index.ts'

const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

function referrer(content: string): ReferrerDescriptor {
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  return { mediaType, digest: digestOf(Buffer.from(content)), size: content.length, artifactType: 'a/b' }
}

function add(index: Uint8Array | null, content: string): Uint8Array {
  const added = withReferrer(index, referrer(content))
  if (!added.ok) throw new Error(added.problem)
  return added.value.bytes
}

describe('the index of referrers', () => {
  it('has a tag that follows from the digest', () => {
    expect(referrersTag(`sha256:${'a'.repeat(64)}`)).toBe(`sha256-${'a'.repeat(64)}`)
  })

  it('begins with the first', () => {
    const added = withReferrer(null, referrer('one'))
    expect(added).toMatchObject({ ok: true, value: { mediaType: 'application/vnd.oci.image.index.v1+json' } })
    expect(JSON.parse(Buffer.from(add(null, 'one')).toString())).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [referrer('one')],
    })
  })

  it('keeps all that others wrote', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            digest: fc.string(),
            size: fc.nat(),
            annotations: fc.dictionary(fc.string(), fc.string()),
          }),
        ),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
        (manifests, more) => {
          const { manifests: _, mediaType: __, ...others } = { manifests: null, mediaType: null, ...more }
          const there = { ...others, manifests }
          const now: unknown = JSON.parse(Buffer.from(add(bytes(there), 'one')).toString())
          expect(now).toEqual({
            ...(JSON.parse(JSON.stringify(others)) as object),
            mediaType: 'application/vnd.oci.image.index.v1+json',
            manifests: [...manifests, referrer('one')],
          })
        },
      ),
      { examples: [[[], { prototype: {}, constructor: 1 }]] },
    )
  })

  it('knows what it lists', () => {
    const two = add(add(null, 'one'), 'two')
    expect(['one', 'two', 'three'].map(content => lists(two, referrer(content).digest))).toEqual([
      true,
      true,
      false,
    ])
  })

  it.each([
    ['no JSON', Buffer.from('<html>')],
    ['an image', bytes({ mediaType: 'application/vnd.oci.image.manifest.v1+json', layers: [] })],
    [
      'a list of Docker',
      bytes({ mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json', manifests: [] }),
    ],
    ['an index without manifests', bytes({ manifests: null })],
    ['an array', bytes([])],
  ])('is not %s', (_, index) => {
    expect(withReferrer(index, referrer('one')).ok).toBe(false)
    expect(lists(index, referrer('one').digest)).toBe(false)
  })
})
