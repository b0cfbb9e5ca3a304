import { describe, expect, it } from '@jest/globals'
import { sharingOf } from '../../../../src/commands/steps/build/sharing.ts'
import type { Given } from '../../../../src/declare/given.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { imageSpecFor, SERVICE, serviceHost } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const begin = <Value>(work: Promise<Value>) => work

function share(values: readonly Given['values'][], cores = 4) {
  const host = serviceHost(SERVICE, { cores })
  const images = values.map(each => imageSpecFor(host, { pack: 'off', ...each }))
  return { host, images, sharing: sharingOf(host, begin, images) }
}

describe('sharingOf', () => {
  it('shares the cores among the platforms of all images', () => {
    const { sharing } = share([{}, { platforms: 'linux/amd64,linux/arm64' }], 64)
    expect(sharing.width).toBeLessThanOrEqual(3)
    expect(sharing.cores).toBe(Math.floor(64 / sharing.width))
    expect(share([{}], 8).sharing).toMatchObject({ width: 1, cores: 8 })
  })

  it('restores once, and only with the Go that compiles, if any does', async () => {
    const restored = async (values: readonly Given['values'][]) => {
      const { sharing } = share(values)
      const times: string[] = []
      for (const go of [null, goOnPath(), goOnPath()])
        await sharing.restore(go, async () => void times.push(go === null ? 'without Go' : 'with Go'))
      return times
    }
    expect(await restored([{ binary: './x' }, { main: '.' }])).toEqual(['with Go'])
    expect(await restored([{ binary: './x' }])).toEqual(['without Go'])
  })

  it('finds no packer where none is wanted, and one set of isolations', async () => {
    const { host, images, sharing } = share([{}, {}])
    const [first] = images
    expect(await sharing.findPacker(host, first!.platforms[0])).toEqual({ packer: null })
    expect(await sharing.isolations()).toBe(await sharing.isolations())
  })
})

describeWith(['go'], 'finding Go', () => {
  it('is done once for images that ask for the same', async () => {
    const { host, images, sharing } = share([{}, { budget: 'none' }])
    const [one, other] = await Promise.all(images.map(({ platforms }) => sharing.findGo(host, platforms[0])))
    expect(one?.version).toMatch(/^go1\./)
    expect(other).toBe(one)
  })
})
