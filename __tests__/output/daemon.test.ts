import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { chmodSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { imageSet } from '../../src/image/image-set.ts'
import type { Image } from '../../src/image/image.ts'
import { loadIntoDaemon } from '../../src/output/daemon.ts'
import { startDockerd, type Daemon } from '../support/daemon.ts'
import { testHost } from '../support/host.ts'
import { image, staticProgram } from '../support/images.ts'
import { tool } from '../support/oci-tools.ts'
import { describeWith, which } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const S390X = { os: 'linux', architecture: 's390x' }

/** A PATH with these commands alone. */
function pathWith(...commands: readonly string[]): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-path-'))
  for (const command of commands)
    symlinkSync(which(command) ?? `/no/${command}`, path.join(directory, command))
  return directory
}

describeWith(['dockerd', 'docker', 'gcc'], 'loadIntoDaemon, with docker', () => {
  let daemon: Daemon
  let loaded: Image
  beforeAll(async () => {
    ;[daemon, loaded] = await Promise.all([startDockerd(), image(staticProgram())])
  })
  afterAll(() => daemon.stop())

  it('loads under every name what then runs as 65532', async () => {
    const docker = { DOCKER_HOST: daemon.host }
    const host = testHost({ env: { ...process.env, ...docker } })
    expect(await loadIntoDaemon(host, imageSet([loaded]), ['whoami:latest', 'ghcr.io/o/whoami:v1'])).toBe(
      'docker',
    )
    expect(
      tool('docker', ['images', '--no-trunc', '--format', '{{.Repository}}:{{.Tag}} {{.ID}}'], docker)
        .trimEnd()
        .split('\n')
        .sort(),
    ).toEqual([`ghcr.io/o/whoami:v1 ${loaded.config.digest}`, `whoami:latest ${loaded.config.digest}`])
    expect(tool('docker', ['run', '--rm', '--network', 'none', 'whoami:latest', 'argument'], docker)).toBe(
      '65532:65532 / argument\n',
    )
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('loads the image for this machine of an archive for several platforms', async () => {
    const docker = { DOCKER_HOST: daemon.host }
    const host = testHost({ env: { ...process.env, ...docker } })
    const foreign = await image({ ...staticProgram(), name: 'foreign' }, { platform: S390X })
    await loadIntoDaemon(host, imageSet([foreign, loaded]), ['several:latest'])
    const asked = ['image', 'inspect', '--format', '{{.Id}} {{.Architecture}}', 'several:latest']
    expect(tool('docker', asked, docker)).toBe(`${loaded.config.digest} ${loaded.platform.architecture}\n`)
    expect(tool('docker', ['run', '--rm', '--network', 'none', 'several:latest'], docker)).toBe(
      '65532:65532 /\n',
    )
  })
})

describeWith(['podman', 'gcc'], 'loadIntoDaemon, with podman alone', () => {
  it('loads into podman', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'bantam-podman-'))
    const commands = pathWith()
    const podman = [`--root=${root}/root`, `--runroot=${root}/run`]
    writeFileSync(
      path.join(commands, 'podman'),
      `#!/bin/sh\nexec ${which('podman')} ${podman.join(' ')} "$@"\n`,
    )
    chmodSync(path.join(commands, 'podman'), 0o755)
    const loaded = await image(staticProgram())
    const names = ['whoami:latest', 'ghcr.io/o/whoami:v1']
    expect(
      await loadIntoDaemon(testHost({ env: { ...process.env, PATH: commands } }), imageSet([loaded]), names),
    ).toBe('podman')
    const run = [
      '--runtime=runc',
      'run',
      '--rm',
      '--network=none',
      '--ulimit=nofile=1024:1024',
      '--ulimit=nproc=1024:1024',
    ]
    for (const name of ['localhost/whoami:latest', 'ghcr.io/o/whoami:v1'])
      expect(tool('podman', [...podman, ...run, name])).toBe('65532:65532 /\n')
    const foreign = await image({ name: 'x', bytes: Buffer.from('x'), packed: true }, { platform: S390X })
    const several = testHost({ env: { ...process.env, PATH: commands } })
    expect(await loadIntoDaemon(several, imageSet([foreign, loaded]), ['several:latest'])).toBe('podman')
    expect(tool('podman', [...podman, ...run, 'docker.io/library/several:latest'])).toBe('65532:65532 /\n')
    tool('podman', [...podman, 'rmi', '--all', '--force'])
  })
})

function small(): Promise<Image> {
  return image({ name: 'x', bytes: Buffer.from('x'), packed: true })
}

describe('loadIntoDaemon, without', () => {
  it('says what to install where there is neither docker nor podman', async () => {
    const host = testHost({ env: { PATH: pathWith() } })
    await expect(loadIntoDaemon(host, imageSet([await small()]), ['x:latest'])).rejects.toMatchObject({
      code: 'daemon',
      message:
        'Could not load x:latest: that needs docker or podman, and neither is on PATH; install one, or write an archive with output: FILE.tar.',
    })
    expect(readdirSync(host.temporary)).toEqual([])
  })

  it('says what to do where docker has no daemon', async () => {
    const host = testHost({ env: { ...process.env, DOCKER_HOST: 'unix:///no/such.sock' } })
    await expect(loadIntoDaemon(host, imageSet([await small()]), ['x:latest'])).rejects.toEqual(
      aFailure('daemon', { why: 'could not reach its daemon', fix: 'DOCKER_HOST', output: '/no/such.sock' }),
    )
  })

  it.each([
    { name: 'nothing', inspect: 'echo "no such image" >&2; exit 1', output: 'no such image\n' },
    { name: 'another image', inspect: 'echo sha256:0123', output: 'sha256:0123\n' },
    { name: 'one of two names', inspect: 'echo OURS; exit 1', output: expect.any(String) },
  ])('does not believe a docker that loaded $name', async ({ inspect, output }) => {
    const commands = pathWith()
    const loaded = await small()
    writeFileSync(
      path.join(commands, 'docker'),
      `#!/bin/sh\nif [ "$1" = load ]; then exit 0; fi\n${inspect.replace('OURS', loaded.config.digest)}\n`,
    )
    chmodSync(path.join(commands, 'docker'), 0o755)
    const host = testHost({ env: { PATH: commands } })
    await expect(loadIntoDaemon(host, imageSet([loaded]), ['x:latest', 'x:v1'])).rejects.toMatchObject({
      code: 'daemon',
      fields: { command: 'docker image inspect', reference: 'x:latest' },
      output,
    })
  })

  it('shows what docker said where it refuses', async () => {
    const commands = pathWith()
    writeFileSync(path.join(commands, 'docker'), '#!/bin/sh\necho "no such thing as a layer" >&2\nexit 1\n')
    chmodSync(path.join(commands, 'docker'), 0o755)
    const refused = loadIntoDaemon(testHost({ env: { PATH: commands } }), imageSet([await small()]), [
      'x:latest',
    ])
    await expect(refused).rejects.toMatchObject({
      fields: { command: 'docker load', reference: 'x:latest' },
      output: 'no such thing as a layer\n',
    })
  })
})
