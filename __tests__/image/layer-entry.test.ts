import { describe, expect, it } from '@jest/globals'
import { imagePath, whiteoutOf } from '../../src/image/layer-entry.ts'

describe('imagePath', () => {
  it.each([
    ['a', '/a'],
    ['./a/', '/a'],
    ['/a//b/./c', '/a/b/c'],
    ['../../a', '/a'],
    ['a/../../b', '/b'],
    ['', '/'],
    ['.', '/'],
    ['./', '/'],
    ['a/b/', '/a/b'],
  ])('%j is %s', (name, path) => {
    expect(imagePath(name)).toBe(path)
  })
})

describe('whiteoutOf', () => {
  it.each([
    ['/a/.wh.b', { kind: 'whiteout', path: '/a/b' }],
    ['/.wh.b', { kind: 'whiteout', path: '/b' }],
    ['/a/.wh..wh.b', 'nothing'],
    ['/a/.wh..wh..opq', { kind: 'opaque', path: '/a' }],
    ['/.wh..wh..opq', { kind: 'opaque', path: '/' }],
    ['/a/.wh..wh.plnk', 'nothing'],
    ['/a/.wh.', 'nothing'],
    ['/a/.wh..', 'nothing'],
    ['/a/.wh...', 'nothing'],
    ['/a/.wh....', { kind: 'whiteout', path: '/a/...' }],
    ['/a/.wh.x.wh.', { kind: 'whiteout', path: '/a/x.wh.' }],
    ['/a/b', null],
    ['/a/b.wh.', null],
    ['/a/.wh', null],
    ['/.wh.a/b', null],
  ])('%s', (path, change) => {
    expect(whiteoutOf(path)).toEqual(change)
  })
})
