import { expect, it } from '@jest/globals'
import { shownPath } from '../../src/host/shown-path.ts'

it.each([
  ['/work/service/dist', 'dist'],
  ['/work/service/a/b', 'a/b'],
  ['/elsewhere/dist', '/elsewhere/dist'],
])('%s is shown as %s', (file, shown) => {
  expect(shownPath({ cwd: '/work/service' }, file)).toBe(shown)
})
