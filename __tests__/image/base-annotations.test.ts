import { describe, expect, it } from '@jest/globals'
import { baseAnnotations, namedBase } from '../../src/image/base-annotations.ts'

const DIGEST = `sha256:${'1'.repeat(64)}` as const

describe('the annotations of a base', () => {
  it('name an image and its digest, and are read back', () => {
    const written = baseAnnotations({ kind: 'image', name: 'docker.io/library/alpine:3.22' }, DIGEST)
    expect(written).toEqual({
      'org.opencontainers.image.base.digest': DIGEST,
      'org.opencontainers.image.base.name': 'docker.io/library/alpine:3.22',
    })
    expect(namedBase(written)).toEqual({ name: 'docker.io/library/alpine:3.22', digest: DIGEST })
  })

  it('leave out the name of a layout', () => {
    const written = baseAnnotations({ kind: 'layout', name: './base' }, DIGEST)
    expect(namedBase(written)).toEqual({ name: null, digest: DIGEST })
  })

  it.each([
    ['nothing', {}],
    ['a name alone', { 'org.opencontainers.image.base.name': 'x' }],
    ['a digest that is none', { 'org.opencontainers.image.base.digest': 'sha256:1' }],
  ])('name no base where there is %s', (_, annotations) => expect(namedBase(annotations)).toBeNull())

  it('do not pass on a name that no reference has', () => {
    for (const name of ['a b', 'x'.repeat(301), '\u001b[31m'])
      expect(
        namedBase({
          'org.opencontainers.image.base.name': name,
          'org.opencontainers.image.base.digest': DIGEST,
        }),
      ).toEqual({ name: null, digest: DIGEST })
  })
})
