import { describe, expect, it } from '@jest/globals'
import { compareTrees } from '../../src/size/node-growth.ts'
import type { Breakdown, BreakdownKind } from '../../src/weigh-in/breakdown.ts'

function node(
  kind: BreakdownKind,
  name: string,
  bytes: number,
  children: readonly Breakdown[] = [],
): Breakdown {
  return { kind, name, bytes, ...(children.length > 0 ? { children } : {}) }
}

function root(...children: readonly Breakdown[]): Breakdown {
  return node(
    'binary',
    'app',
    children.reduce((sum, { bytes }) => sum + bytes, 0),
    children,
  )
}

function changes(before: readonly Breakdown[], after: readonly Breakdown[]) {
  return compareTrees(root(...before), root(...after), 'app').map(({ path, before, after, change }) => [
    path.join(' > '),
    before,
    after,
    change,
  ])
}

describe('compareTrees', () => {
  it('tells what came, went, grew and shrank, what went last', () => {
    const before = [
      node('module', 'm/gone', 9_000),
      node('module', 'm/a', 10_000),
      node('module', 'm/b', 90_000),
    ]
    const after = [
      node('module', 'm/a', 90_000),
      node('module', 'm/b', 10_000),
      node('module', 'm/new', 8_000),
    ]
    expect(changes(before, after)).toEqual([
      ['m/a', 10_000, 90_000, 'grown'],
      ['m/b', 90_000, 10_000, 'shrunk'],
      ['m/new', null, 8_000, 'added'],
      ['m/gone', 9_000, null, 'removed'],
    ])
  })

  it('adds up nodes of one name', () => {
    const before = [node('data', 'x', 10_000), node('data', 'x', 20_000)]
    expect(changes(before, [node('data', 'x', 90_000)])).toEqual([['x', 30_000, 90_000, 'grown']])
    expect(changes(before, [node('data', 'x', 30_000)])).toEqual([])
  })

  it('tells a kind from another of the same name', () => {
    expect(changes([node('data', 'x', 10_000)], [node('embed', 'x', 10_000)])).toEqual([
      ['x', null, 10_000, 'added'],
      ['x', 10_000, null, 'removed'],
    ])
  })

  it('keeps a package of the standard library apart from one whose name goes on', () => {
    const std = (...names: readonly string[]) => [
      node(
        'std',
        'std',
        names.length * 1_000,
        names.map(name => node('package', name, 1_000)),
      ),
    ]
    expect(changes(std('std/x'), std('/x')).map(([path]) => path)).toEqual(['std > /x', 'std > std/x'])
  })

  it('knows a package of a module by where it is below it, and one beside it by its whole path', () => {
    const module = (path: string, name: string) => [
      node('module', path, 5_000, [node('package', name, 5_000)]),
    ]
    expect(changes(module('a.b/c', 'a.b/c/x'), module('a.b/c/v2', 'a.b/c/v2/x'))).toEqual([])
    expect(changes(module('a.b/c', 'a.b/c'), module('a.b/c/v2', 'a.b/c/v2'))).toEqual([])
    // A package that is not below its module stays one by its whole name.
    expect(changes(module('a.b/c', 'x.y/package'), module('a.b/c/v2', 'x.y/package'))).toEqual([])
    const beside = changes(module('a.b/c', 'a.b/cd'), module('a.b/c', 'a.b/cx'))
    expect(beside.map(([path]) => path)).toEqual(['a.b/c > a.b/cx', 'a.b/c > a.b/cd'])
  })

  it('follows a module to another major version only where one went and one came', () => {
    const module = (name: string) => node('module', name, 5_000)
    expect(changes([module('a/c')], [module('a/c/v2')])).toEqual([])
    expect(changes([module('gopkg.in/c.v1')], [module('gopkg.in/c.v2')])).toEqual([])
    expect(changes([module('a/c.v1')], [module('a/c.v2')])).toHaveLength(2)
    expect(changes([module('a/c/v2')], [module('a/c/v3'), module('a/c/v4')])).toHaveLength(3)
    expect(changes([module('a/c/v2'), module('a/c/v5')], [module('a/c/v3')])).toHaveLength(3)
    expect(changes([module('a/c/v2x')], [module('a/c')])).toHaveLength(2)
    expect(changes([module('gopkg.in/c.v1x')], [module('gopkg.in/c')])).toHaveLength(2)
    expect(changes([node('data', 'a/c', 5_000)], [node('data', 'a/c/v2', 5_000)])).toHaveLength(2)
  })

  it('names the versions of what changed, and of what is new or gone its own', () => {
    const module = (version: string): Breakdown => ({ kind: 'module', name: 'm', bytes: 9_000, version })
    const versions = (before: readonly Breakdown[], after: readonly Breakdown[]) =>
      compareTrees(root(...before), root(...after), null).map(({ versionBefore, versionAfter, change }) => [
        versionBefore,
        versionAfter,
        change,
      ])
    expect(versions([module('v1')], [module('v2')])).toEqual([['v1', 'v2', 'unchanged']])
    expect(versions([], [module('v2')])).toEqual([[null, 'v2', 'added']])
    expect(versions([module('v1')], [])).toEqual([['v1', null, 'removed']])
  })

  it('follows the main module whatever its name, and no other', () => {
    expect(changes([node('main', 'a', 5_000)], [node('main', 'b', 5_000)])).toEqual([])
    expect(changes([node('main', 'a', 5_000)], [node('module', 'a', 5_000)])).toHaveLength(2)
  })
})
