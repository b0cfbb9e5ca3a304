import { describe, expect, it } from '@jest/globals'
import { arrangeFiles, readFiles } from '../../../src/commands/steps/files.ts'
import { SERVICE, serviceHost, specFor } from '../../support/service.ts'

describe('the files that the user brings', () => {
  it('are read in their order, and stand among the directories that they need', async () => {
    const host = serviceHost({ ...SERVICE, 'static/page.html': '<p>' })
    const spec = specFor(host, { files: 'static:/srv/www\ngo.mod:/x/go.mod:0600', workdir: '/srv' })
    const read = await readFiles(host, spec)
    expect(read.map(({ path }) => path)).toEqual(['/srv/www', '/srv/www/page.html', '/x/go.mod'])
    const arranged = arrangeFiles(spec, read, [{ name: 'svc' }])
    expect(arranged.map(({ path }) => path).toSorted()).toEqual([
      '/srv',
      '/srv/www',
      '/srv/www/page.html',
      '/x/go.mod',
    ])
  })

  it('do not take the place of a binary', async () => {
    const host = serviceHost()
    const spec = specFor(host, { files: 'go.mod:/svc' })
    const read = await readFiles(host, spec)
    expect(() => arrangeFiles(spec, read, [{ name: 'svc' }])).toThrow(
      /^Two things want one place in the image/,
    )
  })
  it('do not take the place of the SBOM, where there is one in the image', async () => {
    const host = serviceHost()
    const values = { files: 'go.mod:/var/lib/db/sbom/image.spdx.json' }
    const read = await readFiles(host, specFor(host, values))
    const arrange = (sbom: string) =>
      arrangeFiles(specFor(host, { ...values, sbom }), read, [{ name: 'svc' }])
    expect(() => arrange('embedded')).toThrow(
      /^Two things want one place in the image: "\/var\/lib\/db\/sbom\/image.spdx.json" is in the way of the SBOM/,
    )
    expect(arrange('none')).toHaveLength(1)
    const spec = specFor(host, { sbom: 'embedded' })
    expect(() => arrangeFiles(spec, [], [{ name: 'sbom', directory: '/var/lib/db' }])).toThrow(
      /"\/var\/lib\/db\/sbom" is in the way of the SBOM/,
    )
  })
})
