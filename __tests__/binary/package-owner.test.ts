import { describe, expect, it } from '@jest/globals'
import type { BuildInfo, Module } from '../../src/binary/build-info.ts'
import { importPathOf, packageOwners } from '../../src/binary/package-owner.ts'

const module = (path: string, version: string, replacedBy: Module['replacedBy'] = null): Module => ({
  path,
  version,
  sum: null,
  replacedBy,
})

const info: BuildInfo = {
  goVersion: 'go1.26.8',
  path: 'example.com/service/cmd/api',
  main: module('example.com/service', 'v1.2.3'),
  dependencies: [
    module('github.com/x/y', 'v1.0.0'),
    module('github.com/x/y/v2', 'v2.1.0'),
    module('github.com/x/y/sub', 'v0.3.0'),
    module('example.com/forked', 'v1.0.0', { path: 'example.com/fork', version: 'v9.9.9' }),
    module('inhouse', 'v0.0.1'),
    module('golang.org/x/net', 'v0.60.0'),
  ],
  settings: {},
}

describe('packageOwners', () => {
  it.each([
    { path: 'main', is: 'main example.com/service v1.2.3' },
    { path: 'example.com/service/cmd/api', is: 'main example.com/service v1.2.3' },
    { path: 'example.com/service', is: 'main example.com/service v1.2.3' },
    { path: 'example.com/service/internal/a', is: 'main example.com/service v1.2.3' },
    { path: 'github.com/x/y', is: 'module github.com/x/y v1.0.0' },
    { path: 'github.com/x/y/deep/er', is: 'module github.com/x/y v1.0.0' },
    { path: 'github.com/x/y/v2/a', is: 'module github.com/x/y/v2 v2.1.0' },
    { path: 'github.com/x/y/sub', is: 'module github.com/x/y/sub v0.3.0' },
    { path: 'github.com/x/y/subway', is: 'module github.com/x/y v1.0.0' },
    { path: 'github.com/x/yy', is: 'module github.com/x/yy null' },
    { path: 'example.com/forked/a', is: 'module example.com/forked v1.0.0' },
    { path: 'inhouse/a', is: 'module inhouse v0.0.1' },
    { path: 'golang.org/x/net/idna', is: 'module golang.org/x/net v0.60.0' },
    { path: 'vendor/golang.org/x/net/idna', is: 'std' },
    { path: 'runtime', is: 'std' },
    { path: 'crypto/internal/fips140/aes', is: 'std' },
    { path: 'C', is: 'module C null' },
  ])('$path', ({ path, is }) => {
    expect(told(info, path)).toBe(is)
  })

  it.each([
    { path: 'main', is: 'main main null' },
    { path: 'net/http', is: 'std' },
    { path: 'github.com/x/y/z', is: 'module github.com/x/y null' },
    { path: 'gopkg.in/yaml.v3', is: 'module gopkg.in/yaml.v3 null' },
  ])('without build info: $path', ({ path, is }) => {
    expect(told(null, path)).toBe(is)
  })

  it('takes the main package for the main module where there is no module: go build main.go', () => {
    const single = { ...info, path: 'command-line-arguments', main: null, dependencies: [] }
    expect(told(single, 'main')).toBe('main command-line-arguments null')
  })
})

describe('importPathOf', () => {
  it('knows what Go calls main', () => {
    expect(importPathOf('main', info)).toBe('example.com/service/cmd/api')
    expect(importPathOf('main', null)).toBe('main')
    expect(importPathOf('os', info)).toBe('os')
  })
})

function told(buildInfo: BuildInfo | null, path: string): string {
  const owner = packageOwners(buildInfo)(path)
  return owner.kind === 'std' ? 'std' : `${owner.kind} ${owner.path} ${owner.version}`
}
