import { expect, it } from '@jest/globals'
import { binaryPath } from '../../src/declare/binary-place.ts'

it('is at the root, or in its directory', () => {
  expect(binaryPath({ name: 'api' })).toBe('/api')
  expect(binaryPath({ name: 'api', directory: '/usr/bin' })).toBe('/usr/bin/api')
})
