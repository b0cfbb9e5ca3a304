import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { execFile, execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { readExecutable } from '../../src/binary/executable.ts'
import { startDockerd, type Daemon } from '../support/daemon.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { handMade, layoutOf, writeTree } from '../support/layouts.ts'
import { tool, withBundle } from '../support/oci-tools.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { onlyPlatform, openedImage, sizesOf } from '../support/subjects.ts'
import { describeWith } from '../support/tools.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'bantam-foreign-'))
const at = (name: string) => path.join(directory, name)
afterAll(() => rmSync(directory, { recursive: true }))

describeWith(['go', 'dockerd', 'docker'], 'images of docker build, over a base image of files', () => {
  const started: { daemon?: Daemon } = {}
  const docker = (...args: readonly string[]) =>
    tool('docker', args, { DOCKER_HOST: started.daemon?.host, DOCKER_BUILDKIT: '0' })

  beforeAll(async () => {
    started.daemon = await startDockerd()
    const { one, two } = await buildGoPrograms({ one: PRINTLN, two: PRINTLN.replace('hello', 'two') })
    mkdirSync(at('context/base/etc/old'), { recursive: true })
    copyFileSync(one, at('context/one'))
    copyFileSync(two, at('context/two'))
    writeFileSync(at('context/base/etc/passwd'), 'root:x:0:0::/:/bin/false\n')
    writeFileSync(at('context/base/etc/old/gone'), 'gone')
    writeFileSync(at('context/Basefile'), 'FROM scratch\nCOPY base /\n')
    writeFileSync(
      at('context/Dockerfile'),
      'FROM base\nCOPY one /bin/one\nCOPY two /bin/two\nCOPY two /bin/one-more\nCOPY one /etc/old/gone\nENTRYPOINT ["/bin/one"]\nLABEL a=b\n',
    )
    docker('build', '-t', 'base', '-f', at('context/Basefile'), at('context'))
    docker('build', '-t', 'service:v1', at('context'))
    docker('save', '-o', at('service.tar'), 'service:v1')
    docker('save', '-o', at('both.tar'), 'service:v1', 'base')
  })
  afterAll(() => started.daemon?.stop())

  it('are read from docker save', async () => {
    const platform = await onlyPlatform(at('service.tar'))
    const [one, two] = [readFileSync(at('context/one')), readFileSync(at('context/two'))]
    expect(sizesOf(platform)).toEqual({
      '/bin/one': one.length,
      '/bin/one-more': two.length,
      '/bin/two': two.length,
      '/etc/old/gone': one.length,
      '/etc/passwd': 25,
    })
    expect(platform).toMatchObject({
      downloadSize: null,
      manifestDigest: null,
      hiddenSize: 4,
      imageSize: 2 * one.length + 2 * two.length + 29,
      config: { entrypoint: ['/bin/one'], labels: { a: 'b' } },
    })
    expect(platform.configDigest).toBe(docker('inspect', '--format', '{{.Id}}', 'service:v1').trim())
    expect(platform.imageSize).toBe(Number(docker('inspect', '--format', '{{.Size}}', 'service:v1')))
  })

  it('have their programs found by themselves', async () => {
    const { programs } = await onlyPlatform(at('service.tar'))
    expect(programs.map(({ path, layer }) => [path, layer])).toEqual([
      ['/bin/one', 1],
      ['/bin/one-more', 3],
      ['/bin/two', 2],
      ['/etc/old/gone', 4],
    ])
    for (const { file } of programs)
      expect(readExecutable(readFileSync(file ?? '')).buildInfo?.goVersion).toMatch(/^go1\./)
  })

  it('of several in one archive one is chosen by its tag', async () => {
    await expect(openedImage(at('both.tar'))).rejects.toThrow(/several images for linux\/amd64: say which/)
    expect(Object.keys(sizesOf(await onlyPlatform(`${at('both.tar')}:latest`)))).toEqual([
      '/etc/old/gone',
      '/etc/passwd',
    ])
  })
})

describeWith(['umoci'], 'whiteouts, links and modes', () => {
  it('are as umoci unpacks them', async () => {
    const content = (text: string) => ({ content: text })
    const layers = [
      [
        { name: 'a/', type: '5', mode: 0o755 },
        { name: 'a/one', ...content('1') },
        { name: 'a/two', ...content('22') },
        { name: 'a/deep/', type: '5', mode: 0o755 },
        { name: 'a/deep/three', ...content('333') },
        { name: 'b', ...content('4444') },
        { name: 'c', type: '1', link: 'b' },
        { name: 'replaced/', type: '5', mode: 0o755 },
        { name: 'replaced/x', ...content('x') },
        { name: 'link', type: '2', link: 'a' },
      ],
      [
        { name: 'a/.wh.one' },
        { name: 'a/deep/.wh..wh..opq' },
        { name: 'a/deep/four', ...content('four') },
        { name: '.wh.b' },
        { name: 'replaced', ...content('now a file') },
        { name: 'n/', type: '5', mode: 0o755 },
        { name: 'n/new', ...content('new') },
      ],
    ]
    const made = handMade(layers)
    const files = layoutOf(made).map(file =>
      file.name === 'index.json'
        ? {
            ...file,
            content: String(file.content).replace(
              '"size"',
              '"annotations":{"org.opencontainers.image.ref.name":"latest"},"size"',
            ),
          }
        : file,
    )
    const layout = writeTree(files)
    const expected = withBundle(`${layout}:latest`, bundle => {
      const found = execFileSync('find', ['.', '-type', 'f', '-printf', '/%P %s\n'], {
        cwd: path.join(bundle, 'rootfs'),
        encoding: 'utf8',
      })
      return found.trim().split('\n').sort()
    })
    const { files: ours } = await onlyPlatform(layout)
    const sizes = new Map(ours.map(({ path, bytes }) => [path, bytes]))
    expect(ours.map(({ path, linkTo }) => `${path} ${sizes.get(linkTo ?? path)}`).sort()).toEqual(expected)
  })
})

describeWith(['go', 'ko', 'crane', 'docker-registry'], 'images of ko', () => {
  const started: { registry?: TestRegistry } = {}
  const address = () => started.registry?.address ?? ''

  beforeAll(async () => {
    started.registry = await startRegistry()
    mkdirSync(at('ko/etc/ssl'), { recursive: true })
    writeFileSync(at('ko/etc/ssl/cert.pem'), 'certificates\n')
    tool('tar', ['-C', at('ko'), '-czf', at('base.tar.gz'), 'etc'])
    const base = `${address()}/base:latest`
    tool('crane', [
      'append',
      '--insecure',
      '--oci-empty-base',
      '--new_layer',
      at('base.tar.gz'),
      '--new_tag',
      base,
    ])
    for (const architecture of ['amd64', 'arm64'])
      tool('crane', [
        'mutate',
        '--insecure',
        '--set-platform',
        `linux/${architecture}`,
        '--tag',
        `${address()}/base:${architecture}`,
        base,
      ])
    tool('crane', [
      'index',
      'append',
      '--insecure',
      '--tag',
      `${address()}/base:both`,
      '--manifest',
      `${address()}/base:amd64`,
      '--manifest',
      `${address()}/base:arm64`,
    ])
    mkdirSync(at('module'))
    writeFileSync(at('module/go.mod'), 'module example.com/service\n\ngo 1.21\n')
    writeFileSync(at('module/main.go'), PRINTLN)
    // The registry is heard meanwhile: what it logs would fill its pipe.
    await promisify(execFile)(
      'ko',
      [
        'build',
        '--bare',
        '--sbom=none',
        '--insecure-registry',
        '--platform=linux/amd64,linux/arm64',
        '--tags=v1',
        '.',
      ],
      {
        cwd: at('module'),
        env: {
          ...process.env,
          KO_DOCKER_REPO: `${address()}/ko/service`,
          KO_DEFAULTBASEIMAGE: `${address()}/base:both`,
          KOCACHE: at('kocache'),
          GOFLAGS: '-buildvcs=false',
        },
      },
    )
  })
  afterAll(() => started.registry?.stop())

  it('are read from the registry, each platform', async () => {
    const subject = await openedImage(`${address()}/ko/service:v1`, { platforms: 'all' })
    expect(subject.platforms.map(({ platform }) => `${platform.os}/${platform.architecture}`)).toEqual([
      'linux/amd64',
      'linux/arm64',
    ])
    for (const { files, programs, platform, downloadSize, hiddenSize } of subject.platforms) {
      expect(files.map(({ path }) => path)).toEqual(['/etc/ssl/cert.pem', '/ko-app/service'])
      expect(programs.map(({ path }) => path)).toEqual(['/ko-app/service'])
      expect(hiddenSize).toBe(0)
      expect(downloadSize).toBeGreaterThan(100_000)
      const { elf, buildInfo } = readExecutable(readFileSync(programs[0]?.file ?? ''))
      expect(elf.architecture).toBe(platform.architecture)
      expect(buildInfo?.path).toBe('example.com/service')
    }
  })

  it('are weighed as crane sees them', async () => {
    const { digest } = await openedImage(`${address()}/ko/service:v1`)
    expect(digest).toBe(tool('crane', ['digest', '--insecure', `${address()}/ko/service:v1`]).trim())
  })
})
