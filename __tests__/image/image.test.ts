import { expect, it } from '@jest/globals'
import { allLayers } from '../../src/image/image.ts'
import { tinyImage } from '../support/tiny-image.ts'

it('lists the layers of a base before the image’s own', () => {
  const image = tinyImage('x')
  expect(allLayers(image)).toEqual(image.layers)
  const below = {
    mediaType: 'm',
    digest: 'sha256:base',
    size: 1,
    file: '/x',
    offset: 0,
    diffId: 'sha256:0',
    files: [],
    origin: null,
  } as const
  expect(allLayers({ ...image, baseLayers: [below] })).toEqual([below, ...image.layers])
})
