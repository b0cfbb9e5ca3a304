import { describe, expect, it } from '@jest/globals'
import { binaryNameOf } from '../../src/compile/binary-name.ts'

describe('binaryNameOf', () => {
  it.each([
    ['example.com/x/cmd/api', 'api'],
    ['example.com/x', 'x'],
    ['example.com/x/v2', 'x'],
    ['example.com/x/v10', 'x'],
    ['example.com/x/v1', 'v1'],
    ['example.com/x/v0', 'v0'],
    ['example.com/x/v02', 'v02'],
    ['example.com/x/v2beta', 'v2beta'],
    ['hello', 'hello'],
    ['v2', 'v2'],
  ])('%s gives %s', (importPath, name) => {
    expect(binaryNameOf(importPath)).toBe(name)
  })
})
