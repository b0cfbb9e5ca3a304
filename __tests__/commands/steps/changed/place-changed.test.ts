import { expect, it } from '@jest/globals'
import { placeChanged } from '../../../../src/commands/steps/changed/place-changed.ts'
import type { Changes } from '../../../../src/host/read-changes.ts'

const CHANGES: Changes = {
  top: '/top',
  start: 'a'.repeat(40),
  changed: new Set(['web/a', 'moved', 'sub', 'new/file']),
  gone: new Set(),
  tracked: new Map([
    ['web/a', '100644'],
    ['web/b', '100644'],
    ['same/x', '100644'],
    ['same/y', '100755'],
    ['linked/x', '100644'],
    ['linked/link', '120000'],
    ['sub', '160000'],
    ['still', '160000'],
    ['half/x', '100644'],
  ]),
  cleanSubmodules: true,
  ignored: ['half/built', 'out'],
}

it.each([
  ['web', 'changed', 'web/a'],
  ['web/a', 'changed', 'web/a'],
  ['web/b', 'same', null],
  ['same', 'same', null],
  ['new', 'changed', 'new/file'],
  ['sub/deep/x', 'changed', 'sub'],
  ['still/deep/x', 'same', null],
  ['linked', 'undecided', 'linked/link is a link'],
  ['half', 'undecided', 'half/built is ignored by git'],
  ['half/x', 'same', null],
  ['out/x', 'undecided', 'out/x is not in git'],
  ['webb', 'undecided', 'webb is not in git'],
  ['../elsewhere', 'undecided', '/elsewhere lies outside the checkout'],
])('%s is %s', (file, kind, why) => {
  const place = new URL(file, 'file:///top/').pathname
  expect(placeChanged(CHANGES, place, place)).toEqual(why === null ? { kind } : { kind, why })
})

it('knows nothing of a submodule where somebody works', () => {
  expect(placeChanged({ ...CHANGES, cleanSubmodules: false }, '/top/still/x', '/top/still/x')).toEqual({
    kind: 'undecided',
    why: 'still is a submodule',
  })
})

it('sees that a link leads elsewhere now', () => {
  expect(placeChanged(CHANGES, '/top/moved/x', '/top/same/x')).toEqual({ kind: 'changed', why: 'moved' })
})

it('takes a place for the whole checkout', () => {
  expect(placeChanged(CHANGES, '/top', '/top')).toEqual({ kind: 'changed', why: 'web/a' })
})
