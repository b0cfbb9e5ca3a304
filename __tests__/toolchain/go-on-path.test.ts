import { describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '../../src/host/process.ts'
import { goOnPath } from '../../src/toolchain/go-on-path.ts'
import { fakeGo } from '../support/archives.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

/** A host whose PATH has this script as `go` before all else. */
function withGo(script: string) {
  const { cwd } = testHost()
  const bin = path.join(cwd, 'sdk', 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(path.join(bin, 'go'), script, { mode: 0o755 })
  return testHost({ cwd, env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}` } })
}

describe('goOnPath', () => {
  it('says which Go it is, where it lies and where it keeps others', async () => {
    const host = withGo(fakeGo('go1.99.1'))
    expect(await goOnPath(host, host.cwd)).toEqual({
      version: 'go1.99.1',
      semver: '1.99.1',
      command: path.join(host.cwd, 'sdk', 'bin', 'go'),
      goroot: path.join(host.cwd, 'sdk'),
      modcache: '',
    })
  })

  it.each([
    {
      name: "a build of Go's main branch",
      says: 'devel go1.28-abcdef',
      version: 'go1.28-abcdef',
      semver: '1.28.0',
    },
    {
      name: 'a vendor',
      says: 'go1.26.8-vendor X:boringcrypto',
      version: 'go1.26.8-vendor',
      semver: '1.26.8',
    },
  ])('knows $name', async ({ says, version, semver }) => {
    const host = withGo(`#!/bin/sh\nprintf '${says}\\n/goroot\\n/modcache\\n'\n`)
    expect(await goOnPath(host, host.cwd)).toMatchObject({
      version,
      semver,
      goroot: '/goroot',
      modcache: '/modcache',
    })
  })

  it.each([
    {
      name: 'fails',
      script: '#!/bin/sh\necho "go: parsing \\$GOFLAGS: bad" >&2\nexit 1\n',
      says: 'parsing $GOFLAGS: bad',
    },
    {
      name: 'is before 1.16, which says nothing',
      script: '#!/bin/sh\necho; echo /goroot\n',
      says: 'does not print its version',
    },
    { name: 'cannot be started', script: '#!/no/such/interpreter\n', says: 'could not be started' },
    {
      name: 'is another program',
      script: '#!/bin/sh\necho "go fish"; echo /goroot\n',
      says: 'does not print its version',
    },
  ])('passes over one that $name, and says so', async ({ script, says }) => {
    const host = withGo(script)
    expect(await goOnPath(host, host.cwd)).toBeNull()
    expect(host.log.lines).toContainEqual(expect.stringMatching(/^warning: The Go on PATH, .*, is skipped: /))
    expect(host.log.lines.join('\n')).toContain(says)
  })

  it('finds none where there is none', async () => {
    expect(await goOnPath(testHost({ env: { PATH: '' } }), '/')).toBeNull()
  })
})

describeWith(['go'], 'goOnPath, with a real Go', () => {
  it('is not switched by GOTOOLCHAIN or by a go.mod', async () => {
    const { cwd } = testHost()
    writeFileSync(path.join(cwd, 'go.mod'), 'module x\n\ngo 1.99.0\n\ntoolchain go1.99.1\n')
    const host = testHost({ cwd, env: { ...process.env, GOTOOLCHAIN: 'go1.99.1', GOPROXY: 'off' } })
    const local = await run(testHost(), 'go', ['env', 'GOVERSION'], {
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    })
    expect(await goOnPath(host, cwd)).toMatchObject({ version: local.stdout.trim() })
  })
})
