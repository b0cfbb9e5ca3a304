import { beforeAll, expect, it } from '@jest/globals'
import { compileSettings, settingsOf } from '../../../src/commands/steps/settings.ts'
import { serviceParts, type ServiceParts, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'settingsOf', () => {
  let service: ServiceParts
  beforeAll(async () => {
    service = await serviceParts({ ldflags: '-X main.a=b', 'layer-compression': 'zstd' })
  })

  it('says what a service is compiled and packed with', () => {
    const { spec, tools, parts } = service
    const packer = { title: 'upx 4' } as NonNullable<typeof tools.packer>
    expect(settingsOf(spec, { ...tools, packer }, parts.base, parts.binaries)).toEqual({
      go: 'go on PATH',
      goSource: 'PATH',
      ldflags: '-s -w -X main.a=b',
      buildTags: [],
      buildFlags: [],
      cgo: 'off',
      packer: 'upx 4',
      certificates: parts.base.certificates,
      timezones: 'none',
      layerCompression: 'zstd',
    })
  })

  it('says of a binary that was there what that says itself', () => {
    const { host, tools, parts } = service
    const spec = specFor(host, { binary: parts.binaries[0]?.linked.file ?? '' })
    const settings = settingsOf(spec, { ...tools, go: null }, parts.base, parts.binaries)
    expect(settings).toMatchObject({ go: expect.stringMatching(/^go1\./), goSource: null, packer: null })
  })

  it('knows nothing of an image where something was only compiled', () => {
    const { spec, tools } = service
    expect(compileSettings(spec, tools.go)).toMatchObject({
      go: 'go on PATH',
      packer: null,
      certificates: null,
      timezones: null,
      layerCompression: null,
    })
  })
})
