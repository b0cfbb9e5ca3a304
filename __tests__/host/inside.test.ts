import { expect, it } from '@jest/globals'
import { isInside } from '../../src/host/inside.ts'

it.each([
  ['/a', '/a', true],
  ['/a', '/a/b', true],
  ['/a', '/ab', false],
  ['/a', '/', false],
  ['/a', '/a/..b', true],
  ['/', '/a', true],
  ['/', '/', true],
  ['/a/b', '/a', false],
])('isInside(%s, %s) is %s', (root, file, inside) => {
  expect(isInside(root, file)).toBe(inside)
})
