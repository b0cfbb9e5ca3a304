import { expect, it } from '@jest/globals'
import { modulePaths } from '../../src/binary/module-paths.ts'

type BuildInfo = NonNullable<Parameters<typeof modulePaths>[0]>

function paths(info: object): readonly string[] | null {
  return modulePaths({ main: null, path: null, dependencies: [], ...info } as unknown as BuildInfo)
}

it('are the main module and what it requires, or unknown', () => {
  const dependencies = [{ path: 'a.b/c' }, { path: 'd.e/f' }]
  expect(paths({ main: { path: 'm' }, path: 'm/cmd', dependencies })).toEqual(['m', 'a.b/c', 'd.e/f'])
  expect(paths({ path: 'cmd/go' })).toEqual(['cmd/go'])
  expect(paths({ dependencies })).toEqual(['a.b/c', 'd.e/f'])
  expect(modulePaths(null)).toBeNull()
})
