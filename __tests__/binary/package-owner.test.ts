import { describe, expect, it } from '@jest/globals'
import type { BuildInfo } from '../../src/binary/build-info.ts'
import type { Module } from '../../src/binary/module-info.ts'
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
    { path: 'myservice', is: 'module myservice null' },
    { path: 'myservice/internal/store', is: 'module myservice null' },
    { path: 'example/x', is: 'module example null' },
    { path: 'net/newer', is: 'std' },
    { path: 'cmd/internal/obj', is: 'std' },
    { path: 'vendor/golang.org/x/net/idna', is: 'std' },
    { path: 'C', is: 'module C null' },
  ])('without build info: $path', ({ path, is }) => {
    expect(told(null, path)).toBe(is)
  })

  it.each([
    { name: 'GOPATH', info: { path: 'shop/cmd/api', main: null, dependencies: [] } },
    { name: 'Bazel', info: { path: null, main: null, dependencies: [] } },
  ])('does not take what has no dot for Go’s where no module is listed: $name', ({ info: lists }) => {
    expect(told({ ...info, ...lists }, 'shop/store')).toBe('module shop null')
    expect(told({ ...info, ...lists }, 'net/http')).toBe('std')
    expect(told({ ...info, ...lists }, 'main')).toMatch(/^main /)
  })

  it.each([
    { path: 'service/internal/a', is: 'main service v1.2.3' },
    { path: 'service', is: 'main service v1.2.3' },
    { path: 'services/a', is: 'module services (devel)' },
    { path: 'tools/gen/a', is: 'module tools/gen v0.1.0' },
    { path: 'newer', is: 'std' },
    { path: 'newer/still', is: 'std' },
  ])('a module path without a dot: $path', ({ path, is }) => {
    const dotless = { ...info, path: 'service/cmd/api', main: module('service', 'v1.2.3') }
    const dependencies = [module('services', '(devel)'), module('tools/gen', 'v0.1.0')]
    expect(told({ ...dotless, dependencies }, path)).toBe(is)
  })

  it.each([
    { name: 'log', path: 'log', is: 'std' },
    { name: 'log', path: 'log/slog', is: 'std' },
    { name: 'log', path: 'log/slog/internal/buffer', is: 'std' },
    { name: 'log', path: 'log/store', is: 'main log v1.2.3' },
    { name: 'log', path: 'main', is: 'main log v1.2.3' },
    { name: 'net', path: 'net/http', is: 'std' },
    { name: 'net', path: 'net/httpx', is: 'main net v1.2.3' },
    { name: 'iter', path: 'iter', is: 'std' },
  ])('a module that is called as a package of Go is: $name, $path', ({ name, path, is }) => {
    expect(told({ ...info, path: name, main: module(name, 'v1.2.3'), dependencies: [] }, path)).toBe(is)
  })

  it('gives Go no package that its version does not have yet', () => {
    const old = { ...info, goVersion: 'go1.19.13', path: 'a.b/c', dependencies: [module('slices', 'v1.0.0')] }
    expect(told(old, 'slices')).toBe('module slices v1.0.0')
    expect(told({ ...old, goVersion: 'go1.21.0' }, 'slices')).toBe('std')
    expect(told({ ...old, goVersion: 'devel go1.28-abcdef' }, 'slices')).toBe('std')
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
