import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findMains } from '../../src/compile/find-mains.ts'
import { compile } from '../../src/compile/go-build.ts'
import { whyDeadCodeStays } from '../../src/compile/linker-dependencies.ts'
import { copyModFile, upgradeModule } from '../../src/compile/mod-file.ts'
import { findNewerModules } from '../../src/compile/newer-modules.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const PROTOBUF = 'google.golang.org/protobuf'
const FIXTURE = path.join(import.meta.dirname, '..', 'fixtures', 'go-protobuf')

function service() {
  const host = testHost()
  cpSync(FIXTURE, host.cwd, { recursive: true })
  const context = {
    spec: compileSpec(),
    platform: { os: 'linux', architecture: 'amd64' },
    workingDirectory: host.cwd,
  }
  const modFile = () => readFileSync(path.join(host.cwd, 'go.mod'), 'utf8')
  return { host, context, modFile, directory: path.join(host.temporary, 'modules') }
}

describeWith(['go'], 'a module that keeps dead code', () => {
  it('is the one whose function looks methods up, and not fmt', async () => {
    const { host, context } = service()
    const [main] = await findMains(host, goOnPath(), [], context)
    const reasons = await whyDeadCodeStays(host, goOnPath(), { ...context, main: main! })
    expect(reasons.map(({ package: found }) => found)).toEqual([`${PROTOBUF}/internal/descfmt`])
  })

  it('has a newer version, with which a build is smaller and go.mod stays as it is', async () => {
    const { host, context, modFile, directory } = service()
    const before = modFile()
    const [newer, ...others] = await findNewerModules(host, goOnPath(), context, [PROTOBUF], directory)
    expect(others).toEqual([])
    expect(newer).toMatchObject({ module: PROTOBUF, from: 'v1.36.11' })

    const copy = await copyModFile(host, goOnPath(), context, directory)
    await upgradeModule(host, goOnPath(), context, copy, `${PROTOBUF}@v1.36.12`)
    const mains = await findMains(host, goOnPath(), [], context)
    const sizes: number[] = []
    for (const [name, buildFlags] of [
      ['now', []],
      ['newer', copy.flags],
    ] as const) {
      const request = { ...context, spec: compileSpec({ buildFlags }), mains }
      const built = await compile(host, goOnPath(), { ...request, output: path.join(host.temporary, name) })
      const file = built.binaries[0]?.file ?? ''
      sizes.push(readFileSync(file).length)
      const says = execFileSync('go', ['version', '-m', file], { encoding: 'utf8' })
      expect(says).toContain(`${PROTOBUF}\t${name === 'now' ? 'v1.36.11' : 'v1.36.12'}`)
    }
    expect(sizes[1]).toBeLessThan(0.9 * sizes[0]!)
    expect(modFile()).toBe(before)
  })

  it('has none if replace takes its place', async () => {
    const { host, context, modFile, directory } = service()
    writeFileSync(
      path.join(host.cwd, 'go.mod'),
      `${modFile()}\nreplace ${PROTOBUF} => ${PROTOBUF} v1.36.11\n`,
    )
    expect(await findNewerModules(host, goOnPath(), context, [PROTOBUF], directory)).toEqual([])
  })

  it('fails in the words of go if nothing can be asked, or a version is not there', async () => {
    const { host, context, directory } = service()
    const offline = { ...context, spec: compileSpec({ buildEnv: { GOPROXY: 'http://127.0.0.1:1' } }) }
    await expect(findNewerModules(host, goOnPath(), offline, [PROTOBUF], directory)).rejects.toEqual(
      aFailure('compile', { what: /^asking for newer modules failed$/, why: 'connection refused' }),
    )
    const copy = await copyModFile(host, goOnPath(), context, directory)
    await expect(upgradeModule(host, goOnPath(), context, copy, `${PROTOBUF}@v1.99.0`)).rejects.toMatchObject(
      { code: 'bad-input' },
    )
  })

  it('is not tried in a workspace, and a directory without a module has none', async () => {
    const { host, context, directory } = service()
    writeFileSync(path.join(host.cwd, 'go.work'), 'go 1.23\n\nuse .\n')
    await expect(copyModFile(host, goOnPath(), context, directory)).rejects.toEqual(
      aFailure('bad-input', { fields: { file: path.join(host.cwd, 'go.work') } }),
    )
    const empty = testHost()
    await expect(
      copyModFile(empty, goOnPath(), { ...context, workingDirectory: empty.cwd }, directory),
    ).rejects.toEqual(aFailure('bad-input', { fields: { directory: empty.cwd } }))
  })
})
