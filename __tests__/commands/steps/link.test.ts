import { expect, it } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { linkBinaries, linkService } from '../../../src/commands/steps/link.ts'
import { goOnPath } from '../../support/go-programs.ts'
import { SERVICE, serviceHost, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'
import { aFailure } from '../../support/a-failure.ts'

/** The real go behind a script, with what the script noted of itself. */
function goBehind(directory: string, script: string) {
  const command = path.join(directory, 'go')
  const pids = path.join(directory, 'pids')
  const real = goOnPath()
  const text = script.replaceAll('STAY', () => `echo $$ >> '${pids}'; exec sleep 60`)
  writeFileSync(command, `#!/bin/sh\n${text}\nexec '${real.command}' "$@"\n`, { mode: 0o755 })
  const notes = () => (existsSync(pids) ? readFileSync(pids, 'utf8').trim().split('\n').map(Number) : [])
  return { toolchain: { ...real, command }, pids: notes }
}

const goThatCompilesForever = (directory: string) =>
  goBehind(
    directory,
    `case "$1" in
  build) STAY ;;
  list) while [ ! -s '${directory}/pids' ]; do sleep 0.01; done ;;
esac`,
  )

const goThatListsForever = (directory: string) =>
  goBehind(
    directory,
    `case "$*" in
  'list -e -deps '*) STAY ;;
  build*) while [ ! -s '${directory}/pids' ]; do sleep 0.01; done; echo 'it failed' >&2; exit 1 ;;
esac`,
  )

/** One that was killed and that nobody waited for yet does not run either. */
function isRunning(pid: number): boolean {
  const status = `/proc/${pid}/stat`
  return existsSync(status) && !/\) [ZX] /.test(readFileSync(status, 'utf8'))
}

const TWO = {
  'go.mod': SERVICE['go.mod'],
  'cmd/a/main.go': SERVICE['main.go'],
  'cmd/b/main.go':
    'package main\n\nimport _ "embed"\n\n//go:embed page.html\nvar page string\n\nfunc main() { println(page) }\n',
  'cmd/b/page.html': '<p>',
}

describeWith(['go'], 'linkService', () => {
  it('compiles the only main, and says what it is made of', async () => {
    const host = serviceHost()
    const names: unknown[] = []
    const service = await linkService(host, specFor(host), goOnPath(), mains => void names.push(...mains))
    expect(service.binaries).toMatchObject([{ name: 'svc', importPath: 'example.com/svc' }])
    expect(existsSync(service.binaries[0].file)).toBe(true)
    expect(service.dependencies?.map(({ importPath }) => importPath)).toContain('runtime')
    expect(names).toMatchObject([{ name: 'svc' }])
  })

  it('compiles several, with what they embed', async () => {
    const host = serviceHost(TWO)
    const service = await linkService(host, specFor(host, { main: './cmd/a\n./cmd/b=other' }), goOnPath())
    expect(service.binaries.map(({ name }) => name)).toEqual(['a', 'other'])
    expect(service.embedded.map(file => JSON.stringify(file))).toEqual([expect.stringContaining('page.html')])
  })

  it('says what is the matter with a main rather than what the compiler makes of it', async () => {
    const host = serviceHost()
    const asked = linkService(host, specFor(host, { main: './nowhere' }), goOnPath())
    await expect(asked).rejects.toEqual(
      aFailure('bad-input', { fields: { input: 'main', value: './nowhere' } }),
    )
    const broken = serviceHost({ ...SERVICE, 'main.go': 'package main\n\nfunc main() { undefined() }\n' })
    await expect(linkService(broken, specFor(broken), goOnPath())).rejects.toMatchObject({ code: 'compile' })
  })

  it('stops where the check of the names does', async () => {
    const host = serviceHost()
    const check = () => {
      throw new Error('no')
    }
    await expect(linkService(host, specFor(host), goOnPath(), check)).rejects.toThrow('no')
  })

  it('ends the compiler before it says that a main is refused', async () => {
    const host = serviceHost()
    const go = goThatCompilesForever(host.temporary)
    const refuse = () => {
      throw new Error('refused')
    }
    await expect(linkService(host, specFor(host, { main: '.' }), go.toolchain, refuse)).rejects.toThrow(
      'refused',
    )
    expect(go.pids()).toHaveLength(1)
    for (const pid of go.pids()) expect(isRunning(pid)).toBe(false)
  })

  it('ends go list where compiling fails', async () => {
    const host = serviceHost(TWO)
    const go = goThatListsForever(host.temporary)
    const spec = specFor(host, { main: './cmd/a\n./cmd/b' })
    await expect(linkService(host, spec, go.toolchain)).rejects.toMatchObject({ code: 'compile' })
    expect(go.pids()).toHaveLength(1)
    for (const pid of go.pids()) expect(isRunning(pid)).toBe(false)
  })

  it('takes a binary as it is, and knows nothing of its packages', async () => {
    const host = serviceHost()
    const spec = specFor(host, { binary: 'bin/x' })
    const linked = { binaries: [{ name: 'x', main: null, importPath: null }], output: '' }
    expect(await linkBinaries(host, spec, null)).toMatchObject(linked)
    expect(await linkService(host, spec, null)).toMatchObject({ ...linked, dependencies: null, embedded: [] })
  })
})
