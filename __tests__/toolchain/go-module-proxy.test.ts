import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { run } from '../../src/host/process.ts'
import {
  fetchedBefore,
  fetchThroughModuleProxy,
  knownToolchains,
} from '../../src/toolchain/go-module-proxy.ts'
import { goOnPath, type InstalledGo } from '../../src/toolchain/go-on-path.ts'
import { resolveGo } from '../../src/toolchain/resolve-go.ts'
import { goneServer } from '../support/download-server.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

/** Not the one on PATH; fetched once, kept in the user's own module cache. */
const VERSION = '1.25.13'
const exactly = { kind: 'range', range: VERSION } as const

describe('knownToolchains', () => {
  it('reads each version once', () => {
    const listing =
      'golang.org/toolchain v0.0.1-go1.9.linux-amd64 v0.0.1-go1.26.8.linux-amd64 v0.0.1-go1.26.8.darwin-arm64 v0.0.1-go1.27rc1.linux-arm v0.0.2 v0.0.1-gox.linux-amd64\n'
    expect(knownToolchains(listing)).toEqual([
      { version: '1.9.0', stable: true },
      { version: '1.26.8', stable: true },
      { version: '1.27.0-rc.1', stable: false },
    ])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('v0.0.1-', 'go', '1', '.', ' ', '-', 'linux', 'rc') }),
        text => void knownToolchains(text),
      ),
    )
  })
})

describeWith(['go'], 'a real GOPROXY', () => {
  let local: InstalledGo
  beforeAll(async () => {
    const found = await goOnPath(testHost(), '/')
    if (found === null) throw new Error('no Go on PATH')
    local = found
  })

  it('gives an exact toolchain, which the Go on PATH verifies', async () => {
    const fetched = await fetchThroughModuleProxy(testHost(), local, exactly)
    if (!fetched.ok) throw new Error(fetched.problem)
    expect(fetched.value).toMatchObject({ version: `go${VERSION}`, semver: VERSION })
    const said = await run(testHost(), fetched.value.command, ['version'], {
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    })
    expect(said.stdout).toContain(`go version go${VERSION} `)
  }, 300_000)

  it('gives the newest of a minor', async () => {
    const fetched = await fetchThroughModuleProxy(testHost(), local, { kind: 'minimum', version: '1.25.0-0' })
    if (!fetched.ok) throw new Error(fetched.problem)
    expect(fetched.value.version).toMatch(/^go1\.25\.(1[3-9]|[2-9]\d)$/)
  }, 300_000)

  it('is not asked for what was fetched before', async () => {
    await fetchThroughModuleProxy(testHost(), local, exactly)
    const offline = testHost({ env: { ...process.env, GOPROXY: 'off' } })
    expect(await fetchedBefore(offline, local, exactly)).toMatchObject({ version: `go${VERSION}` })
    expect(await fetchedBefore(offline, local, { kind: 'range', range: '1.25.999' })).toBeNull()
    expect(await fetchedBefore(offline, local, { kind: 'channel', channel: 'stable' })).toBeNull()
  }, 300_000)

  it('is where resolveGo turns to when no list can be reached', async () => {
    const host = testHost({ env: { ...process.env, RUNNER_TOOL_CACHE: '' } })
    const spec = { version: VERSION, versionFile: null, downloadUrl: await goneServer() }
    const go = await resolveGo(host, spec, host.cwd)
    expect(go).toMatchObject({
      version: `go${VERSION}`,
      source: 'module proxy',
      why: `go-version says ${VERSION}`,
    })
    expect((await run(host, go.command, ['version'], { env: process.env })).stdout).toContain(`go${VERSION}`)
  }, 300_000)

  it.each([
    {
      name: 'there is no such Go',
      wanted: { kind: 'range', range: '1.25.999' } as const,
      env: {},
      says: /^fetching go1\.25\.999 through GOPROXY failed \(go env failed: .*\)$/,
    },
    {
      name: 'GOPROXY=off and a version',
      wanted: { kind: 'range', range: '1.23.99' } as const,
      env: { GOPROXY: 'off' },
      says: /^fetching go1\.23\.99 through GOPROXY failed/,
    },
    {
      name: 'GOPROXY=off and a range',
      wanted: { kind: 'range', range: '~1.23.0' } as const,
      env: { GOPROXY: 'off' },
      says: /^GOPROXY did not list the toolchains \(/,
    },
    {
      name: 'nothing that will do is listed',
      wanted: { kind: 'minimum', version: '1.999.0' } as const,
      env: {},
      says: /^GOPROXY has no version that fits$/,
    },
  ])('says why where $name', async ({ wanted, env, says }) => {
    const host = testHost({ env: { ...process.env, ...env } })
    expect(await fetchThroughModuleProxy(host, local, wanted)).toEqual({
      ok: false,
      problem: expect.stringMatching(says),
    })
  })

  it('is not asked by a Go that is too old to', async () => {
    const old = { ...local, version: 'go1.20.14', semver: '1.20.14', command: '/nowhere/go' }
    expect(await fetchThroughModuleProxy(testHost(), old, exactly)).toEqual({
      ok: false,
      problem: 'go1.20.14 on PATH is too old to fetch another through GOPROXY',
    })
    expect(await fetchedBefore(testHost(), old, exactly)).toBeNull()
  })
})
