import { describe, expect, it } from '@jest/globals'
import { oldLinesHold } from '../../src/compile/old-constraint.ts'

describe('oldLinesHold', () => {
  it.each([
    ['package a\n', null],
    ['// +build linux\n\npackage a\n', true],
    ['//+build darwin\n\npackage a\n', false],
    ['// +build darwin linux\n\npackage a\n', true],
    ['// +build linux,amd64 darwin\n\npackage a\n', true],
    ['// +build linux,arm64\n\npackage a\n', false],
    ['// +build linux\n// +build !cgo\n\npackage a\n', false],
    ['// +build !windows\n\npackage a\n', true],
    ['package a\n// +build windows\n', null],
  ])('%j', (source, holds) => {
    const tags = ['linux', 'amd64', 'cgo']
    expect(oldLinesHold(source, tag => tags.includes(tag))).toBe(holds)
  })
})
