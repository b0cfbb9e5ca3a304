import { beforeAll, expect, it } from '@jest/globals'
import { contentsOf, readBase } from '../../../src/commands/steps/base.ts'
import { serviceParts, type ServiceParts, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go'], 'readBase', () => {
  let service: ServiceParts
  beforeAll(async () => {
    service = await serviceParts()
  })

  it('begins to compress what the image stands on', async () => {
    const { base } = service.parts
    const files = (await base.layer)?.files.map(({ path }) => path)
    expect(files).toEqual(['/etc/group', '/etc/passwd', '/etc/ssl/certs/ca-certificates.crt'])
    expect(base).toMatchObject({ certificates: expect.stringMatching(/^Mozilla/), timezones: 'none' })
  })

  it('brings no certificates to a program that reaches none', async () => {
    const { host, parts, tools } = service
    const base = await readBase(host, specFor(host), tools.go, parts.binaries, [])
    expect(base).toMatchObject({ certificates: 'none', contents: { certificates: null } })
    expect(contentsOf(base, [], parts.shipped, specFor(host))).toEqual(['svc', 'SBOM'])
  })

  it('says in a few words what the image holds', () => {
    const { host } = service
    const { base, files, shipped } = service.parts
    const spec = specFor(host, { sbom: 'none' })
    expect(contentsOf(base, files, shipped, spec)).toEqual(['certificates', '2 files', 'svc'])
    const one = files.filter(({ path }) => path === '/tool.sh')
    expect(contentsOf(base, one, shipped, spec)).toEqual(['certificates', '1 file', 'svc'])
    const zones = { ...base, contents: { ...base.contents, zones: new Uint8Array() } }
    expect(contentsOf(zones, [], [], spec)).toEqual(['certificates', 'time zones'])
    const all = ['embedded', 'file', 'referrer'] as const
    expect(contentsOf(base, one, shipped, { sbom: all })).toEqual(['certificates', '1 file', 'svc', 'SBOM'])
    expect(contentsOf(base, one, shipped, { sbom: all.slice(1) })).not.toContain('SBOM')
  })
})
