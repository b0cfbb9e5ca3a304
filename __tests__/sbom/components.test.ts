import { describe, expect, it } from '@jest/globals'
import type { BuildInfo } from '../../src/binary/build-info.ts'
import { componentsOf } from '../../src/sbom/components.ts'

const module = (path: string, version = 'v1.0.0') => ({ path, version, sum: null, replacedBy: null })

function buildInfo(main: string | null, ...dependencies: readonly string[]): BuildInfo {
  return {
    goVersion: 'go1.26.8',
    path: null,
    main: main === null ? null : module(main),
    dependencies: dependencies.map(path => module(path)),
    settings: {},
  }
}

describe('componentsOf', () => {
  it('gives two binaries of one module what both were built from', () => {
    const { all, mains, dependencies } = componentsOf([buildInfo('m', 'b'), buildInfo('m', 'a')])
    expect(all.map(({ name }) => name)).toEqual(['a', 'b', 'm', 'stdlib'])
    expect(mains[0]).toBe(mains[1])
    expect([...dependencies].map(([main, parts]) => [main.name, parts.map(({ name }) => name)])).toEqual([
      ['m', ['a', 'b', 'stdlib']],
    ])
  })

  it('keeps two versions of a module, and two of the standard library', () => {
    const older = { ...buildInfo('m'), goVersion: 'go1.25.4', dependencies: [module('a', 'v0.9.0')] }
    const { all } = componentsOf([buildInfo('m', 'a'), older])
    expect(all.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'a v0.9.0',
      'a v1.0.0',
      'm v1.0.0',
      'stdlib 1.25.4',
      'stdlib 1.26.8',
    ])
  })

  it('has nothing for binaries that Go did not build', () => {
    expect(componentsOf([null])).toMatchObject({ all: [], mains: [null], withoutMain: [] })
  })

  it('knows what a binary without a main module was built from', () => {
    const { mains, withoutMain, dependencies } = componentsOf([buildInfo(null, 'a')])
    expect(mains).toEqual([null])
    expect(withoutMain.map(({ name }) => name)).toEqual(['a', 'stdlib'])
    expect(dependencies.size).toBe(0)
  })

  it('does not let a module depend on itself', () => {
    const { dependencies } = componentsOf([buildInfo('m', 'm', 'a')])
    expect([...dependencies.values()].flat().map(({ name }) => name)).toEqual(['a', 'stdlib'])
  })
})
