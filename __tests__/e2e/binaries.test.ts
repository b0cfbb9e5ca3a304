import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bantam, type Ended, example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { gitRepository } from '../support/git.ts'
import { installedAction, runStep } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

/** A checkout of the example, released as 1.4.0 of a service. */
function released(): string {
  const { directory, git } = gitRepository()
  cpSync(example('hello'), directory, { recursive: true })
  git('add', '-A')
  git('commit', '-q', '-m', 'release', '--date=2026-01-01T00:00:00Z')
  git('tag', 'svc/v1.4.0')
  return directory
}

function build(cwd: string, ...flags: readonly string[]): Promise<Ended> {
  return bantam(['build', '--tag-prefix=svc/', '--binaries=dist', ...flags], {
    cwd,
    env: { ...process.env, ...env, SOURCE_DATE_EPOCH: '1700000000' },
  })
}

function contents(directory: string): Readonly<Record<string, string>> {
  const names = readdirSync(directory).sort()
  return Object.fromEntries(names.map(name => [name, readFileSync(path.join(directory, name), 'base64')]))
}

const sha256sum = (cwd: string) =>
  execFileSync('sha256sum', ['--strict', '-c', 'checksums.txt'], { cwd, encoding: 'utf8' }).trim().split('\n')

const BOTH = '--platforms=linux/amd64,linux/arm64'

interface Listed {
  readonly file: string
  readonly platform: string
  readonly kind: string
  readonly packed: boolean
  readonly size: number
  readonly sha256: string
}

function listed(directory: string): {
  readonly version: string
  readonly revision: string
  readonly binaries: readonly Listed[]
} {
  return JSON.parse(readFileSync(path.join(directory, 'binaries.json'), 'utf8'))
}

describeWith(['go', 'upx', 'git'], 'bantam build --binaries', () => {
  const workspace = released()
  const dist = path.join(workspace, 'dist')
  let ended: Ended
  beforeAll(async () => {
    ended = await build(workspace, BOTH, '--output=image')
  }, 180_000)

  it('writes the executables of two platforms, and says so', () => {
    expect(ended).toMatchObject({ exitCode: 0 })
    expect(ended.stdout).toMatch(/^ +binaries +dist +4 files +[\d.]+ MB$/m)
    expect(readdirSync(dist).sort()).toEqual([
      'binaries.json',
      'checksums.txt',
      'hello_1.4.0_linux_amd64',
      'hello_1.4.0_linux_amd64-linked',
      'hello_1.4.0_linux_arm64',
      'hello_1.4.0_linux_arm64-linked',
    ])
    expect(sha256sum(dist)).toHaveLength(4)
  })

  it('lists them as they are', () => {
    const { version, revision, binaries } = listed(dist)
    expect(version).toBe('1.4.0')
    expect(revision).toBe(
      execFileSync('git', ['rev-parse', 'HEAD'], { cwd: workspace, encoding: 'utf8' }).trim(),
    )
    const checksums = readFileSync(path.join(dist, 'checksums.txt'), 'utf8')
    for (const { file, size, sha256 } of binaries) {
      expect(readFileSync(path.join(dist, file)).length).toBe(size)
      expect(checksums).toContain(`${sha256}  ${file}\n`)
    }
    expect(binaries.map(({ platform, kind }) => `${platform} ${kind}`)).toEqual([
      'linux/amd64 shipped',
      'linux/amd64 linked',
      'linux/arm64 shipped',
      'linux/arm64 linked',
    ])
  })

  it('has of each platform the executable that is in its image, and what Go linked', () => {
    const index = (file: string) => JSON.parse(readFileSync(path.join(workspace, 'image', file), 'utf8'))
    const blob = (digest: string) => `blobs/sha256/${digest.slice('sha256:'.length)}`
    const [root] = index('index.json').manifests
    const { manifests } = index(blob(root.digest))
    for (const { digest, platform } of manifests) {
      // The SBOM is in the last layer.
      const layer = path.join(workspace, 'image', blob(index(blob(digest)).layers.at(-2).digest))
      const inImage = execFileSync('tar', ['-xzOf', layer, 'hello'], { maxBuffer: 2 ** 26 })
      const shipped = readFileSync(path.join(dist, `hello_1.4.0_linux_${platform.architecture}`))
      expect(inImage.equals(shipped)).toBe(true)
    }
    const linked = execFileSync('go', ['version', '-m', path.join(dist, 'hello_1.4.0_linux_arm64-linked')], {
      encoding: 'utf8',
    })
    expect(linked).toMatch(/GOARCH=arm64/)
  })

  it('writes the same bytes in another checkout, and again over what it wrote', async () => {
    const other = released()
    const first = contents(dist)
    const again = await build(other, BOTH, '--output=image')
    expect(again).toMatchObject({ exitCode: 0 })
    const { ['binaries.json']: list, ...files } = contents(path.join(other, 'dist'))
    // The commits differ by their time.
    expect(list).toBeDefined()
    expect(files).toEqual(Object.fromEntries(Object.entries(first).filter(([name]) => name in files)))
    expect(await build(other, BOTH, '--output=image')).toMatchObject({ exitCode: 0 })
    expect(contents(path.join(other, 'dist'))).toEqual({ ...files, 'binaries.json': list })
  }, 240_000)

  it('writes archives, whose bytes are the same again', async () => {
    const [one, other] = [released(), released()]
    for (const cwd of [one, other])
      expect(await build(cwd, BOTH, '--binaries-archive=tar.gz')).toMatchObject({ exitCode: 0 })
    const checksums = readFileSync(path.join(one, 'dist', 'checksums.txt'), 'utf8')
    expect(readFileSync(path.join(other, 'dist', 'checksums.txt'), 'utf8')).toBe(checksums)
    expect(sha256sum(path.join(one, 'dist'))).toEqual([
      'hello_1.4.0_linux_amd64-linked.tar.gz: OK',
      'hello_1.4.0_linux_amd64.tar.gz: OK',
      'hello_1.4.0_linux_arm64-linked.tar.gz: OK',
      'hello_1.4.0_linux_arm64.tar.gz: OK',
    ])
    const archive = path.join(one, 'dist', 'hello_1.4.0_linux_amd64.tar.gz')
    const inside = execFileSync('tar', ['-xzOf', archive, 'hello'], { maxBuffer: 2 ** 26 })
    expect(inside.equals(readFileSync(path.join(dist, 'hello_1.4.0_linux_amd64')))).toBe(true)
  }, 240_000)

  it('writes nothing where the gate fails', async () => {
    const cwd = released()
    const over = await build(cwd, '--budget=10kB')
    expect(over).toMatchObject({ exitCode: 1 })
    expect(existsSync(path.join(cwd, 'dist'))).toBe(false)
  }, 120_000)

  it.each([
    [
      'a folder with other files',
      (place: string) => writeFileSync(path.join(place, 'main.js'), ''),
      'main.js',
    ],
    ['a folder with folders', (place: string) => mkdirSync(path.join(place, 'chunks')), 'chunks'],
  ])('leaves %s alone, before anything is compiled', async (_, fill, name) => {
    const cwd = released()
    mkdirSync(path.join(cwd, 'dist'))
    fill(path.join(cwd, 'dist'))
    const refused = await build(cwd, '--json')
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused.stderr).toContain(`it holds ${name}, which Bantam did not write there`)
    expect(refused.stderr).toContain('name another folder with --binaries')
    expect(refused.stderr).not.toMatch(/compile/)
    expect(readdirSync(path.join(cwd, 'dist'))).toEqual([name])
  })

  it('says on a terminal that an image was not pushed', async () => {
    const { exitCode, stdout } = await build(released(), '--image=ghcr.io/o/r')
    expect(exitCode).toBe(0)
    expect(stdout).toContain(
      '\nNothing was pushed, since on a terminal only --push does that; it would push ghcr.io/o/r:v1.4.0.\n',
    )
  }, 120_000)
})

describeWith(['go', 'upx', 'git'], 'the step', () => {
  const action = installedAction()
  const step = (event: string, inputs: Readonly<Record<string, string>> = {}) => {
    const workspace = released()
    const around = { GITHUB_EVENT_NAME: event, GITHUB_REF: 'refs/tags/svc/v1.4.0' }
    const given = { budget: '3MB', pack: 'off', cache: 'false', image: '127.0.0.1:1/o/r', ...inputs }
    return {
      workspace,
      run: runStep(action, 'main', { workspace, inputs: given, env: { ...env, ...around } }),
    }
  }

  it('has the folder as an output, and says why it does not push', async () => {
    const { workspace, run } = step('workflow_run', { 'tag-prefix': 'svc/', binaries: 'dist' })
    const { exitCode, outputs, stdout } = await run
    expect(exitCode).toBe(0)
    expect(outputs['binaries']).toBe(path.join(workspace, 'dist'))
    expect(readdirSync(path.join(workspace, 'dist'))).toContain('hello_1.4.0_linux_amd64')
    expect(stdout).toMatch(
      /^This run does not push, since the event is workflow_run, and push: auto pushes on/m,
    )
  }, 120_000)

  it('says that it pushes before it fails to, and with which tags', async () => {
    const { run } = step('push', { 'tag-prefix': 'svc/', tags: '{{.Version}}\n{{.Major}}.{{.Minor}}' })
    const { exitCode, outputs, stdout } = await run
    expect(exitCode).toBe(2)
    expect(outputs['binaries']).toBe('')
    expect(stdout).toMatch(
      /^This run pushes 127\.0\.0\.1:1\/o\/r:1\.4\.0 and 1 more if nothing fails, since push: auto and the event is push\.$/m,
    )
  }, 120_000)
})
