import { describe, expect, it } from '@jest/globals'
import { parseBuildConstraint } from '../../src/diet/build-constraint.ts'
import { findTags } from '../../src/diet/build-tags.ts'
import type { FoundTag } from '../../src/diet/build-tags.ts'
import { packageGraph } from '../support/package-graph.ts'

interface Given {
  /** Their constraints by file name; those that begin with + count. */
  readonly files: Readonly<Record<string, string>>
  readonly tags?: readonly string[]
  readonly package?: string
}

/** The tags of one package, which has a file without a constraint too. */
function find({
  files,
  tags = ['linux', 'amd64'],
  package: path = 'example.com/a',
}: Given): readonly FoundTag[] {
  const names = Object.keys(files)
  const counting = names.filter(name => name.startsWith('+')).map(name => name.slice(1))
  const graph = packageGraph({ [path]: { files: ['a.go', ...counting] } }, { tags: new Set(tags) })
  const constrained = Object.entries(files).flatMap(([name, text]) => {
    const constraint = parseBuildConstraint(`//go:build ${text}`)
    return constraint === null ? [] : [{ package: path, name: name.replace('+', ''), constraint }]
  })
  return findTags(graph, constrained)
}

describe('findTags', () => {
  it('counts what a tag leaves out and brings in', () => {
    const files = { '+full.go': '!small', '+more.go': '!small && linux', 'tiny.go': 'small' }
    expect(find({ files })).toEqual([
      { tag: 'small', packages: ['example.com/a'], leavesOut: 2, bringsIn: 1 },
    ])
  })

  it('names those that leave out the most first', () => {
    const files = { '+b.go': '!b', '+c.go': '!c', '+d.go': '!c', '+e.go': '!a' }
    expect(find({ files }).map(({ tag }) => tag)).toEqual(['c', 'a', 'b'])
  })

  it.each<Given & { readonly name: string }>([
    { name: 'that only brings files in', files: { 'debug.go': 'debug' } },
    { name: 'that is set already', files: { '+x.go': 'netgo' }, tags: ['linux', 'netgo'] },
    { name: 'of another platform', files: { 'x_windows.go': '!small', 'y.go': 'darwin && !small' } },
    { name: 'that another tag makes up for', files: { '+x.go': 'linux || !small' } },
    { name: 'that is no wish of a user', files: { '+x.go': '!purego', '+y.go': '!windows' } },
    // cgo: Go leaves the file out for its import "C", and no tag brings it in.
    { name: 'that changes nothing, since something else leaves the file out', files: { 'cgo.go': '!small' } },
    { name: 'of own code', files: { '+x.go': '!small' }, package: 'own/main' },
  ])('leaves out a tag $name', given => {
    expect(find(given)).toEqual([])
  })

  it('leaves out a tag that leaves a package without a file', () => {
    const graph = packageGraph({
      'example.com/a': { files: ['only.go'] },
      'example.com/b': { files: ['b.go', 'c.go'] },
    })
    const constraint = parseBuildConstraint('//go:build !small')
    if (constraint === null) throw new Error('a constraint')
    const only = { package: 'example.com/a', name: 'only.go', constraint }
    const one = { package: 'example.com/b', name: 'b.go', constraint }
    expect(findTags(graph, [only, one])).toEqual([])
    expect(findTags(graph, [one]).map(({ tag }) => tag)).toEqual(['small'])
  })
})
