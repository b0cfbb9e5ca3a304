import { beforeAll, expect, it } from '@jest/globals'
import { assembleImage } from '../../../src/commands/steps/assemble.ts'
import { readLayer } from '../../../src/image/read-layer.ts'
import { serviceParts, type ServiceParts } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'assembleImage', () => {
  let service: ServiceParts
  beforeAll(async () => {
    service = await serviceParts()
  })

  it('puts what changes least first, and is the same each time', async () => {
    const { spec, tools, parts } = service
    const image = await assembleImage(spec, tools, parts)
    expect(image.layers.map(({ what }) => what)).toEqual(['base', 'files', 'binaries', 'sbom'])
    expect(image.layers[0]).toBe(await parts.base.layer)
    expect((await assembleImage(spec, tools, parts)).manifest.digest).toBe(image.manifest.digest)
  })

  it('leaves out a layer that would be empty', async () => {
    const { spec, tools, parts } = service
    const image = await assembleImage(spec, tools, { ...parts, files: [] })
    expect(image.layers.map(({ what }) => what)).toEqual(['base', 'binaries', 'sbom'])
  })
  it('puts the SBOM last, in a layer of its own, where it is to be in the image', async () => {
    const service = await serviceParts({ sbom: 'embedded' })
    const { spec, tools, parts } = service
    const image = await assembleImage(spec, tools, parts)
    expect(image.layers.map(({ what }) => what)).toEqual(['base', 'files', 'binaries', 'sbom'])
    const [file] = (await readLayer(image.layers.at(-1)!)).filter(({ kind }) => kind === 'file')
    expect(file).toMatchObject({
      path: '/var/lib/db/sbom/image.spdx.json',
      bytes: Buffer.from(parts.sbom!.bytes),
    })
    const elsewhere = await assembleImage({ ...spec, sbom: ['referrer'] }, tools, parts)
    const without = await assembleImage({ ...spec, sbom: [] }, tools, { ...parts, sbom: null })
    expect(elsewhere.manifest.digest).toBe(without.manifest.digest)
    expect(elsewhere.layers.map(({ what }) => what)).toEqual(['base', 'files', 'binaries'])
  })
})
