import { expect, it } from '@jest/globals'
import { downloadSizeOf } from '../../src/size/sizes.ts'

it('a layer that an image has twice is transferred once', () => {
  const [empty, other] = [
    { digest: 'sha256:a', size: 32 },
    { digest: 'sha256:b', size: 100 },
  ]
  expect(downloadSizeOf([empty, other, empty])).toBe(132)
  expect(downloadSizeOf([])).toBe(0)
})
