import { describe, expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { findModule, moduleOf } from '../../../../src/commands/steps/verify/find-module.ts'
import { gitRepository } from '../../../support/git.ts'
import { testHost } from '../../../support/host.ts'

describe('findModule', () => {
  it('finds the directories of a module, first the one around the user, and only files of git', async () => {
    const repository = gitRepository()
    const { directory: root } = repository
    const module = 'module example.com/x\n'
    repository.commit({
      'go.mod': 'module example.com/top\n',
      'a/go.mod': module,
      'b/go.mod': `// a copy\n${module}`,
      'b/deep/main.go': '',
      'ü/testdata/go.mod': module,
    })
    repository.commit({ 'c/x': '' })
    writeFileSync(path.join(root, 'c/go.mod'), module)
    const found = (from: string, name = 'example.com/x') =>
      findModule(testHost(), { root, directory: path.join(root, from) }, name)
    const places = ['a', 'b', 'ü/testdata'].map(place => path.join(root, place))
    expect(await found('.')).toEqual(places)
    expect(await found('b/deep')).toEqual([places[1], places[0], places[2]])
    expect(await found('.', 'example.com/top')).toEqual([root])
    expect(await found('.', 'example.com/none')).toEqual([])
  })
})

it.each([
  { text: 'module a.b/c', module: 'a.b/c' },
  { text: '// x\n\nmodule "a.b/c" // y\n', module: 'a.b/c' },
  { text: 'module `a.b/c`', module: 'a.b/c' },
  { text: 'go 1.21\n', module: null },
  { text: '// module a\n', module: null },
])('reads $text', ({ text, module }) => {
  expect(moduleOf(text)).toBe(module)
})
