import { beforeAll, expect, it } from '@jest/globals'
import { assembleImage } from '../../../src/commands/steps/assemble.ts'
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
    expect(image.layers.map(({ what }) => what)).toEqual(['base', 'files', 'binaries'])
    expect(image.layers[0]).toBe(await parts.base.layer)
    expect((await assembleImage(spec, tools, parts)).manifest.digest).toBe(image.manifest.digest)
  })

  it('leaves out a layer that would be empty', async () => {
    const { spec, tools, parts } = service
    const image = await assembleImage(spec, tools, { ...parts, files: [] })
    expect(image.layers.map(({ what }) => what)).toEqual(['base', 'binaries'])
  })
})
