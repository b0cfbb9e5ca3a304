import { describe, expect, it } from '@jest/globals'
import { goEnvironment } from '../../src/compile/go-environment.ts'
import { testHost } from '../support/host.ts'
import { compileSpec } from '../support/compile-spec.ts'

const amd64 = { os: 'linux', architecture: 'amd64' }

describe('goEnvironment', () => {
  it("keeps the user's own, and takes the root of another Go out", () => {
    const host = testHost({
      env: { GOPRIVATE: 'git.corp', HOME: '/home/x', GOROOT: '/opt/go1.20', GOPROXY: 'direct' },
    })
    const env = goEnvironment(host, compileSpec({ buildEnv: { GOPROXY: 'off', GOEXPERIMENT: 'x' } }), amd64)
    expect(env).toMatchObject({ GOPRIVATE: 'git.corp', HOME: '/home/x', GOPROXY: 'off', GOEXPERIMENT: 'x' })
    expect(env['GOROOT']).toBeUndefined()
  })

  it.each([
    { platform: amd64, expected: { GOARCH: 'amd64', GOAMD64: 'v1' } },
    { platform: { ...amd64, variant: 'v3' }, expected: { GOARCH: 'amd64', GOAMD64: 'v3' } },
    { platform: { os: 'linux', architecture: 'arm' }, expected: { GOARCH: 'arm', GOARM: '7' } },
    {
      platform: { os: 'linux', architecture: 'arm', variant: 'v6' },
      expected: { GOARCH: 'arm', GOARM: '6' },
    },
    { platform: { os: 'linux', architecture: 'arm64' }, expected: { GOARCH: 'arm64', GOARM64: 'v8.0' } },
    { platform: { os: 'linux', architecture: 's390x' }, expected: { GOARCH: 's390x' } },
  ])('lets the platform decide, whatever the machine says: $platform', ({ platform, expected }) => {
    const host = testHost({
      env: { GOOS: 'plan9', GOARCH: 'mips', GOAMD64: 'v4', GOARM: '5', GOARM64: 'v9.0', GOTOOLCHAIN: 'auto' },
    })
    expect(goEnvironment(host, compileSpec(), platform)).toMatchObject({
      GOOS: 'linux',
      GOTOOLCHAIN: 'local',
      ...expected,
    })
  })

  it.each([
    { cgo: 'off', expected: '0' },
    { cgo: 'static', expected: '1' },
  ] as const)('turns C on for cgo: static alone: $cgo', ({ cgo, expected }) => {
    const host = testHost({ env: { CGO_ENABLED: cgo === 'off' ? '1' : '0' } })
    expect(goEnvironment(host, compileSpec({ cgo }), amd64)).toMatchObject({ CGO_ENABLED: expected })
  })
})
