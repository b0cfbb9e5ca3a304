import { describe, expect, it } from '@jest/globals'
import { startClock } from '../../../../src/commands/clock.ts'
import { absent } from '../../../../src/commands/steps/baseline/found.ts'
import { makeImages, type MakingOf } from '../../../../src/commands/steps/build/make-images.ts'
import { sharingOf } from '../../../../src/commands/steps/build/sharing.ts'
import { formatPlatform } from '../../../../src/declare/platform.ts'
import { isolationsOf } from '../../../../src/isolation/isolation.ts'
import { aFailure } from '../../../support/a-failure.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { SERVICE, imageSpecFor, serviceHost } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const PLATFORMS = 'linux/amd64\nlinux/arm64'

/** Compiles, or not, by the name of the platform. */
const broken = (architecture: string) => ({
  ...SERVICE,
  [`broken_${architecture}.go`]: 'package main\n\nfunc init() { undefined() }\n',
})

function making(host: ReturnType<typeof serviceHost>): MakingOf {
  return () => ({
    called: null,
    go: goOnPath(),
    resolving: Promise.resolve({ packer: null }),
    loading: import('../../../../src/commands/deferred.ts'),
    isolations: Promise.resolve(isolationsOf(host)),
    userFiles: [],
    baseline: Promise.resolve(absent('it is the first run', null)),
    access: Promise.resolve(null),
    clock: startClock(),
    screen: { width: 120, colour: false },
  })
}

function make(files: Parameters<typeof serviceHost>[0], platforms = PLATFORMS) {
  const host = serviceHost(files)
  const spec = imageSpecFor(host, { platforms, pack: 'off' })
  const sharing = sharingOf(host, work => work, [spec])
  const made = makeImages(host, spec, { wait: work => work, sharing }, making(host))
  return { host, made }
}

describeWith(['go'], 'makeImages', () => {
  it('gives the images and what is said in the order of the platforms', async () => {
    const { host, made } = make(SERVICE)
    expect((await made).map(({ image }) => formatPlatform(image.platform))).toEqual([
      'linux/amd64',
      'linux/arm64',
    ])
    const lines = host.log.lines.filter(line => line.includes('linux/'))
    expect(lines.map(line => /linux\/\w+/.exec(line)?.[0])).toEqual(['linux/amd64', 'linux/arm64'])
  }, 120_000)

  describe('where it does not compile', () => {
    it.each(['amd64', 'arm64'])('for %s alone, names that platform', async architecture => {
      const { made } = make(broken(architecture))
      await expect(made).rejects.toEqual(aFailure('compile', { what: `linux/${architecture}` }))
    })

    it('for any platform, names the first', async () => {
      const files = { ...broken('amd64'), ...broken('arm64') }
      await expect(make(files).made).rejects.toEqual(aFailure('compile', { what: 'linux/amd64' }))
      const reversed = make(files, 'linux/arm64\nlinux/amd64')
      await expect(reversed.made).rejects.toEqual(aFailure('compile', { what: 'linux/arm64' }))
    })
  })
})
