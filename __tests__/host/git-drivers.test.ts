import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { driversOff } from '../../src/host/git-drivers.ts'

const listing = (...entries: readonly string[]) => entries.map(entry => `${entry}\0`).join('')

describe('driversOff', () => {
  it.each([
    ['filter.x.smudge\n./smudge', { 'filter.x.smudge': '', 'filter.x.required': 'false' }],
    ['filter.a.b=c.process\nx', { 'filter.a.b=c.process': '', 'filter.a.b=c.required': 'false' }],
    ['FILTER.X.Clean\nx\ny', { 'filter.X.Clean': '', 'filter.X.required': 'false' }],
    ['hook.h.command\n./x', { 'hook.h.enabled': 'false' }],
    [
      'filter.lfs.smudge\n./git-lfs smudge -- %f',
      { 'filter.lfs.smudge': '', 'filter.lfs.required': 'false' },
    ],
    [
      'filter.lfs.process\ngit-lfs filter-process; x',
      { 'filter.lfs.process': '', 'filter.lfs.required': 'false' },
    ],
  ])('switches off %j', (entry, off) => {
    expect(driversOff(listing(entry))).toEqual(off)
  })

  it('keeps what git lfs install writes', () => {
    const lfs = listing(
      'filter.lfs.clean\ngit-lfs clean -- %f',
      'filter.lfs.smudge\ngit-lfs smudge -- %f',
      'filter.lfs.process\ngit-lfs filter-process',
      'filter.lfs.required\ntrue',
    )
    expect(driversOff(lfs)).toEqual({})
  })

  it('takes whatever git prints', () => {
    fc.assert(fc.property(fc.string(), text => typeof driversOff(text) === 'object'))
  })
})
