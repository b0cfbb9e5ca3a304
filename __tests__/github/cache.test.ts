import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CompileSpec } from '../../src/declare/spec.ts'
import { describeWith, which } from '../support/tools.ts'
import { type CacheServer, type Manners, cacheServer } from './cache-server.ts'
import { temporaryDirectory } from '../support/cli.ts'
import { type Said, inChild, source } from './in-child.ts'

const compile: CompileSpec = {
  ldflags: '',
  buildTags: [],
  buildFlags: [],
  buildEnv: {},
  buildVcs: false,
  cgo: 'off',
}

describeWith(['go', 'tar', 'zstd'], 'the caches of a job', () => {
  let server: CacheServer
  let place: string

  beforeEach(() => {
    place = temporaryDirectory()
    mkdirSync(path.join(place, 'workspace'))
    writeFileSync(path.join(place, 'workspace/go.mod'), 'module example.com/x\n\ngo 1.24\n')
  })

  afterEach(() => server.stop())

  const directories = () => ({
    build: path.join(place, 'build'),
    modules: path.join(place, 'modules'),
    kept: path.join(place, 'kept'),
  })

  /** What a machine has, gone: the next job starts on a fresh one. */
  const freshMachine = () => {
    for (const directory of Object.values(directories())) rmSync(directory, { recursive: true, force: true })
  }

  const put = (directory: keyof ReturnType<typeof directories>, name: string, content = name) => {
    const file = path.join(directories()[directory], name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }

  const child = (work: string, env: Readonly<Record<string, string>>): Promise<Said> => {
    const { build, modules, kept } = directories()
    const workspace = path.join(place, 'workspace')
    const spec = {
      platforms: [{ platform: { os: 'linux', architecture: 'amd64' } }],
      compile,
      workingDirectory: workspace,
    }
    const script = `
      import { restoreCaches, saveCaches } from '${source('github/cache.ts')}'
      import { runnerHost } from '${source('host/runner.ts')}'
      const host = { ...runnerHost(process.env, ${JSON.stringify(workspace)}), kept: ${JSON.stringify(kept)} }
      const go = { version: 'go1.26.8', command: 'go' }
      const spec = ${JSON.stringify(spec)}
      await ${work}
    `
    const go = { GOCACHE: build, GOMODCACHE: modules, GOFLAGS: '', GOWORK: '' }
    return inChild(script, {
      ...go,
      RUNNER_DEBUG: '1',
      GITHUB_WORKSPACE: workspace,
      GITHUB_RUN_ID: '7',
      ...env,
    })
  }

  const main = (env = server.env) => child('restoreCaches(host, go, [spec])', env)
  const post = (state: Said['state'], env = server.env) => {
    const known = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])
    return child('saveCaches(host)', { ...env, ...Object.fromEntries(known) })
  }

  const modulesKey = async () => {
    const { state } = await main()
    return /bantam-modules-\w+/.exec(state['bantam-cache'] ?? '')?.[0]
  }

  it('are packed by programs that get none of the secrets of the job', async () => {
    server = await cacheServer({ protocol: 'v2' })
    const bin = path.join(place, 'bin')
    mkdirSync(bin)
    for (const program of ['tar', 'zstd'])
      writeFileSync(
        path.join(bin, program),
        `#!/bin/sh\n/usr/bin/tr '\\0' '\\n' < /proc/$$/environ >> ${path.join(place, program)}.env\nexec ${which(program)} "$@"\n`,
        { mode: 0o755 },
      )
    const secrets = {
      'INPUT_REGISTRY-PASSWORD': 's',
      GITHUB_TOKEN: 's',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's',
      AWS_SECRET_ACCESS_KEY: 's',
      TAR_OPTIONS: '--no-such-option',
      PATH: `:bin:${bin}:${process.env['PATH']}`,
    }
    const first = await main({ ...server.env, ...secrets })
    put('build', 'ab/ab12-a')
    await post(first.state, { ...server.env, ...secrets })
    freshMachine()
    await main({ ...server.env, ...secrets })
    expect(existsSync(path.join(directories().build, 'ab/ab12-a'))).toBe(true)
    const names = ['tar', 'zstd'].flatMap(program =>
      readFileSync(path.join(place, `${program}.env`), 'utf8')
        .trimEnd()
        .split('\n')
        .map(line => line.replace(/=.*/s, '')),
    )
    expect([...new Set(names)].toSorted()).toEqual(['HOME', 'MSYS', 'PATH', 'TMPDIR'])
  })

  it.each<Manners & { readonly name: string }>([
    { name: 'v1, which changes the case of keys as act does', protocol: 'v1', upperCase: true },
    { name: 'v2, as on hosted runners', protocol: 'v2' },
  ])('come back in the next job, and are saved only when something was added: $name', async manners => {
    server = await cacheServer(manners)
    writeFileSync(path.join(place, 'workspace/go.sum'), 'example.com/y v1.0.0 h1:AAAA=\n')

    const first = await main()
    put('build', 'ab/ab12-a')
    put('modules', 'cache/download/y.zip')
    put('kept', 'packed/1234')
    await post(first.state)
    const kinds = server.saved.map(key => key.toLowerCase().split('-')[1])
    expect(new Set(kinds)).toEqual(new Set(['build', 'modules', 'packed']))

    freshMachine()
    const second = await main()
    expect(second.state['bantam-cache']).not.toContain('bantam-modules')
    const { build, modules, kept } = directories()
    expect(readFileSync(path.join(build, 'ab/ab12-a'), 'utf8')).toBe('ab/ab12-a')
    expect(existsSync(path.join(modules, 'cache/download/y.zip'))).toBe(true)
    expect(existsSync(path.join(kept, 'packed/1234'))).toBe(true)
    await post(second.state)
    expect(server.saved).toHaveLength(3)

    put('kept', 'packed/5678')
    await post(second.state)
    expect(server.saved.map(key => key.toLowerCase().split('-')[1])).toEqual([...kinds, 'packed'])
  })

  it('are not taken for those of other flags, and modules not for those of another go.sum', async () => {
    server = await cacheServer({ protocol: 'v1' })
    writeFileSync(path.join(place, 'workspace/go.sum'), 'one\n')
    const first = await main()
    put('build', 'ab/ab12-a')
    put('modules', 'y.zip')
    await post(first.state)

    freshMachine()
    writeFileSync(path.join(place, 'workspace/go.sum'), 'two\n')
    await child(
      `restoreCaches(host, go, [{ ...spec, compile: { ...spec.compile, buildTags: ['x'] } }])`,
      server.env,
    )
    expect(existsSync(directories().build)).toBe(false)
    expect(existsSync(directories().modules)).toBe(false)
  })

  it('leave the modules of a machine that has some alone, and save them all the same', async () => {
    server = await cacheServer({ protocol: 'v1' })
    writeFileSync(path.join(place, 'workspace/go.sum'), 'one\n')
    put('modules', 'own.zip', 'own')
    await post((await main()).state)
    expect(server.saved).toEqual([expect.stringMatching(/^bantam-modules-/)])

    put('modules', 'own.zip', 'changed')
    await main()
    expect(readFileSync(path.join(directories().modules, 'own.zip'), 'utf8')).toBe('changed')
  })

  it('know the sums of every module of a workspace', async () => {
    server = await cacheServer({ protocol: 'v1' })
    const workspace = path.join(place, 'workspace')
    cpSync(path.join(workspace, 'go.mod'), path.join(workspace, 'lib/go.mod'))
    writeFileSync(path.join(workspace, 'lib/go.mod'), 'module example.com/lib\n\ngo 1.24\n')
    execFileSync('go', ['work', 'init', '.', './lib'], { cwd: workspace })
    expect(await modulesKey()).toBeUndefined()
    writeFileSync(path.join(workspace, 'lib/go.sum'), 'one\n')
    const one = await modulesKey()
    writeFileSync(path.join(workspace, 'lib/go.sum'), 'two\n')
    expect(one).toMatch(/^bantam-modules-/)
    expect(await modulesKey()).not.toBe(one)
  })

  it.each<Manners & { readonly name: string; readonly says: RegExp }>([
    { name: 'a service that fails', protocol: 'v1', status: 500, says: /responded with 500\.$/m },
    { name: 'a service that refuses', protocol: 'v1', status: 403, says: /responded with 403\.$/m },
    { name: 'a service that asks for patience', protocol: 'v1', status: 429, says: /429\.$/m },
    { name: 'a service that wants a token', protocol: 'v1', status: 401, says: /401\.$/m },
    { name: 'answers that break off', protocol: 'v1', cut: true, says: /answer broke off\.$/m },
    { name: 'answers of v2 that break off', protocol: 'v2', cut: true, says: /answer broke off\.$/m },
  ])('are a notice, and no failure, with $name', async ({ says, ...manners }) => {
    server = await cacheServer(manners)
    const restored = await main()
    put('kept', 'packed/1234')
    const saved = await post(restored.state)
    for (const { stdout } of [restored, saved]) {
      expect(stdout).not.toMatch(/^::(?:error|warning)/m)
    }
    expect(restored.stdout).toMatch(/^::notice::The cache could not be restored: /m)
    expect(restored.stdout).toMatch(says)
    expect(restored.state['bantam-cache']).toContain('bantam-packed-')
    expect(server.saved).toEqual([])
  })

  it('are a notice where the client throws', async () => {
    server = await cacheServer({ protocol: 'v1' })
    const { stdout } = await child(`restoreCaches(host, { ...go, version: 'go1,26' }, [spec])`, server.env)
    expect(stdout).toMatch(/^::notice::The cache could not be restored: Key Validation Error/m)
    expect(stdout).not.toMatch(/^::(?:error|warning)/m)
  })

  it('are passed over in silence where there is no service', async () => {
    server = await cacheServer({ protocol: 'v1' })
    const restored = await main({})
    const saved = await post(
      { 'bantam-cache': JSON.stringify([{ name: 'packed', path: place, key: 'k', listing: null }]) },
      {},
    )
    expect(restored.state).toEqual({})
    for (const { stdout } of [restored, saved]) expect(stdout).toMatch(/^(?:::debug::.*\n)+$/)
  })

  it.each([
    '',
    'no JSON',
    '{}',
    '[null, {"name":"packed"}]',
    '[{"name":"other","path":"/","key":"k","listing":null}]',
  ])('save nothing for a state that is not theirs: %j', async state => {
    server = await cacheServer({ protocol: 'v1' })
    put('kept', 'packed/1234')
    await post({ 'bantam-cache': state })
    expect(server.saved).toEqual([])
  })
})
