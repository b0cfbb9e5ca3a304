import { expect, it } from '@jest/globals'
import { conflicts, type NamedSpec } from '../../../src/declare/images-file/conflicts.ts'
import { declareImage } from '../../../src/declare/image-spec.ts'
import type { Given } from '../../../src/declare/given.ts'
import { surroundings } from '../surroundings.ts'

function image(key: string, values: Given['values']): NamedSpec {
  const declared = declareImage({ surface: 'terminal', values, problems: [] }, surroundings(), key)
  if (!declared.ok) throw new Error('not declared')
  return { key, spec: declared.spec, sboms: declared.run.sboms }
}

const found = (one: Given['values'], other: Given['values']) =>
  conflicts([image('a', one), image('b', other)]).map(({ key, problem }) => [key, problem.input])

it.each<[string, Given['values'], Given['values'], readonly (readonly string[])[]]>([
  ['nothing', { image: 'acme/a' }, { image: 'acme/b' }, []],
  ['a tag', { image: 'acme/a' }, { image: 'acme/a' }, [['b', 'image']]],
  ['another tag', { image: 'acme/a', tags: '1' }, { image: 'acme/a', tags: '2' }, []],
  ['one of several tags', { image: 'acme/a', tags: '1,2' }, { tags: 'acme/a:2' }, [['b', 'image']]],
  ['an archive', { output: 'a.tar' }, { output: './a.tar' }, [['b', 'output']]],
  ['a file beside an archive', { output: 'a.tar' }, { output: 'ab.tar' }, []],
  ['a layout in a layout', { output: 'out' }, { output: 'out/b' }, [['b', 'output']]],
  ['a layout around one', { output: 'out/a' }, { output: 'out' }, [['b', 'output']]],
  ['binaries', { binaries: 'dist' }, { binaries: 'dist' }, [['b', 'binaries']]],
  ['binaries and a layout', { binaries: 'dist' }, { output: 'dist/b' }, [['b', 'output']]],
])('finds that two images share %s', (_, one, other, expected) => {
  expect(found(one, other)).toEqual(expected)
})

it('finds the same file of two SBOMs', () => {
  const two = { sbom: 'file', report: 'out/r.json', platforms: 'linux/amd64,linux/arm64' }
  const one = { sbom: 'file', report: 'out/r.json' }
  const problems = conflicts([image('a', two), image('a-linux-arm64', one)])
  expect(problems.map(({ key, problem }) => [key, problem.input])).toEqual([['a-linux-arm64', 'sbom']])
})
