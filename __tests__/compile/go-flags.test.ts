import { describe, expect, it } from '@jest/globals'
import { buildFlags } from '../../src/compile/go-flags.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

const host = testHost({ env: {} })

describe('buildFlags', () => {
  it('trims, strips and leaves C and the checkout out', () => {
    expect(buildFlags(host, compileSpec())).toEqual([
      '-toolexec=',
      '-trimpath',
      '-buildvcs=false',
      '-tags=netgo,osusergo',
      '-ldflags=-s -w',
    ])
  })

  it('puts ours behind the flags of the user, so that ours count', () => {
    const flags = buildFlags(
      host,
      compileSpec({
        buildFlags: ['-gcflags=all=-l'],
        buildVcs: true,
        buildTags: ['x'],
        ldflags: '-X main.v=1',
      }),
    )
    expect(flags).toEqual([
      '-gcflags=all=-l',
      '-toolexec=',
      '-trimpath',
      '-buildvcs=true',
      '-tags=netgo,osusergo,x',
      '-ldflags=-s -w -X main.v=1',
    ])
  })

  it('links C statically', () => {
    expect(buildFlags(host, compileSpec({ cgo: 'static', ldflags: '-X main.v=1' }))).toContain(
      '-ldflags=-s -w -linkmode external -extldflags -static -X main.v=1',
    )
  })

  it.each([
    {
      name: 'the environment',
      env: { GOFLAGS: "-mod=mod -tags=a,netgo '-ldflags=-X main.a=b'" },
      buildEnv: {},
    },
    {
      name: 'build-env, which wins',
      env: { GOFLAGS: '-tags=z' },
      buildEnv: { GOFLAGS: '--tags=a "-ldflags=-X main.a=b"' },
    },
  ])('takes along what GOFLAGS says of tags and linker flags: $name', ({ env, buildEnv }) => {
    const flags = buildFlags(
      testHost({ env }),
      compileSpec({ buildEnv, buildTags: ['c'], ldflags: '-X main.c=d' }),
    )
    expect(flags).toContain('-tags=netgo,osusergo,a,c')
    expect(flags).toContain('-ldflags=-s -w -X main.a=b -X main.c=d')
  })

  it.each([
    { name: 'GOFLAGS', env: { GOFLAGS: '-mod=mod -toolexec=/tmp/evil' }, overrides: {} },
    {
      name: 'GOFLAGS of build-env',
      env: {},
      overrides: { buildEnv: { GOFLAGS: '"-toolexec=/tmp/evil x"' } },
    },
    { name: 'build-flags', env: {}, overrides: { buildFlags: ['--toolexec', '/tmp/evil'] } },
  ])('refuses -toolexec of $name', ({ env, overrides }) => {
    expect(() => buildFlags(testHost({ env }), compileSpec(overrides))).toThrow(
      aFailure('bad-input', { fields: { input: 'build-flags' }, what: '-toolexec' }),
    )
  })
})
