import { expect, it } from '@jest/globals'
import { assembleImage } from '../../../src/commands/steps/assemble.ts'
import { weighImage } from '../../../src/commands/steps/weigh.ts'
import { serviceParts } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'weighImage', () => {
  it('is the sum of its files, and compared with nothing yet', async () => {
    const { host, spec, tools, parts } = await serviceParts()
    const image = await assembleImage(spec, tools, parts)
    const weight = await weighImage(host, spec, tools, parts, image)
    expect(weight).toMatchObject({
      platform: 'linux/amd64',
      digest: image.manifest.digest,
      binaries: [{ name: 'svc', path: '/svc', pack: { status: 'unpacked' } }],
      layers: [{ what: 'base' }, { what: 'files' }, { what: 'binaries' }, { what: 'sbom' }],
      growth: null,
      smokeTest: { status: 'not asked', seen: [] },
    })
    expect(weight.breakdown.bytes).toBe(weight.sizes.imageSize)
    expect(weight.breakdown.children?.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(weight.sizes.imageSize)
    const transferred = [image.config, image.manifest, ...image.layers].map(({ bytes }) => bytes.length)
    expect(weight.sizes.downloadSize).toBe(transferred.reduce((sum, bytes) => sum + bytes, 0))
  })
})
