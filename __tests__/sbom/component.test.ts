import { describe, expect, it } from '@jest/globals'
import type { Module } from '../../src/binary/module-info.ts'
import { moduleComponent, standardLibrary } from '../../src/sbom/component.ts'

const NET: Module = { path: 'golang.org/x/net', version: 'v0.1.0', sum: 'h1:x=', replacedBy: null }

describe('moduleComponent', () => {
  it('names a module by its path and version', () => {
    expect(moduleComponent(NET)).toEqual({
      name: 'golang.org/x/net',
      version: 'v0.1.0',
      purl: 'pkg:golang/golang.org/x/net@v0.1.0',
      cpe: null,
      comment: null,
    })
  })

  it('names what was compiled instead of it', () => {
    const replacedBy = { path: 'example.com/Fork', version: 'v0.1.1' }
    expect(moduleComponent({ ...NET, replacedBy })).toMatchObject({
      name: 'example.com/Fork',
      version: 'v0.1.1',
      purl: 'pkg:golang/example.com/fork@v0.1.1',
      comment: 'replaces golang.org/x/net v0.1.0',
    })
  })

  it.each(['', '(devel)'])('has no version for a directory, which Go writes as %p', version => {
    const replacedBy = { path: './fork', version }
    expect(moduleComponent({ ...NET, replacedBy })).toMatchObject({
      name: 'golang.org/x/net',
      version: null,
      purl: 'pkg:golang/golang.org/x/net',
      comment: 'replaced by the directory ./fork',
    })
  })

  it('has no version for a main module that is not a release', () => {
    expect(moduleComponent({ ...NET, version: '(devel)' })).toMatchObject({
      version: null,
      purl: 'pkg:golang/golang.org/x/net',
    })
  })

  it('has a name even where there is none', () => {
    expect(moduleComponent({ ...NET, path: '' })).toMatchObject({ name: 'unnamed', purl: null })
  })
})

describe('standardLibrary', () => {
  it.each([
    ['go1.26.8', '1.26.8', true],
    ['go1.26', '1.26', true],
    ['go1.26.8 X:jsonv2', '1.26.8', true],
    ['go1.27rc1', '1.27rc1', false],
    ['devel go1.27-3b7adf5 Fri Nov 27', '1.27-3b7adf5', false],
    ['tip', 'tip', false],
  ])('%s is %s', (goVersion, version, hasCpe) => {
    expect(standardLibrary({ goVersion })).toEqual({
      name: 'stdlib',
      version,
      purl: `pkg:golang/stdlib@${version}`,
      cpe: hasCpe ? `cpe:2.3:a:golang:go:${version}:-:*:*:*:*:*:*` : null,
      comment: null,
    })
  })
})
