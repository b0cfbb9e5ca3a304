import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readExecutable } from '../../src/binary/executable.ts'
import { startDockerd, type Daemon } from '../support/daemon.ts'
import { buildWithDocker, type DockerBuilt } from '../support/docker-built.ts'
import { buildWithKo } from '../support/ko-built.ts'
import { handMade, layoutOf, writeTree } from '../support/layouts.ts'
import { tool, withBundle } from '../support/oci-tools.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { onlyPlatform, openedImage, sizesOf } from '../support/things.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'bantam-foreign-'))
afterAll(() => rmSync(directory, { recursive: true }))

describeWith(['go', 'dockerd', 'docker'], 'images of docker build, over a base image of files', () => {
  const started: { daemon?: Daemon } = {}
  let built: DockerBuilt

  beforeAll(async () => {
    started.daemon = await startDockerd()
    built = await buildWithDocker(started.daemon, directory)
  })
  afterAll(() => started.daemon?.stop())

  it('are read from docker save', async () => {
    const { archive, one, two, docker } = built
    const platform = await onlyPlatform(archive)
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
    const { programs } = await onlyPlatform(built.archive)
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
    await expect(openedImage(built.both)).rejects.toEqual(
      aFailure('bad-input', { fields: { thing: built.both, platform: 'linux/amd64' } }),
    )
    expect(Object.keys(sizesOf(await onlyPlatform(`${built.both}:latest`)))).toEqual([
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
  let image = ''

  beforeAll(async () => {
    started.registry = await startRegistry()
    image = await buildWithKo(started.registry.address, directory)
  })
  afterAll(() => started.registry?.stop())

  it('are read from the registry, each platform', async () => {
    const subject = await openedImage(image, { platforms: 'all' })
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
    const { digest } = await openedImage(image)
    expect(digest).toBe(tool('crane', ['digest', '--insecure', image]).trim())
  })
})
