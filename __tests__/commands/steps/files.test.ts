import { describe, expect, it } from '@jest/globals'
import { arrangeFiles, readFiles } from '../../../src/commands/steps/files.ts'
import { SERVICE, serviceHost, specFor } from '../../support/service.ts'
import { aFailure } from '../../support/a-failure.ts'

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

  it('may be links, what a pattern finds, and empty directories', async () => {
    const host = serviceHost({ ...SERVICE, 'web/a.html': 'a', 'web/b.html': 'b', 'web/c.css': 'c' })
    const files =
      'web/*.html:/srv/\ngo.mod:/x/\n/usr/sbin/sendmail -> /svc\n/var/lib/x/:0750:7:8\n/var/lib/y/'
    const spec = specFor(host, { files })
    const arranged = arrangeFiles(spec, await readFiles(host, spec), [{ name: 'svc' }])
    expect(arranged).toMatchObject([
      { kind: 'file', path: '/srv/a.html' },
      { kind: 'file', path: '/srv/b.html' },
      { kind: 'file', path: '/x/go.mod' },
      { kind: 'symlink', path: '/usr/sbin/sendmail', target: '/svc', uid: 0, gid: 0 },
      { kind: 'directory', path: '/var/lib/x', mode: 0o750, uid: 7, gid: 8 },
      { kind: 'directory', path: '/var/lib/y', mode: 0o755, uid: 65532, gid: 65532 },
    ])
  })

  it('have the capabilities that they are given', async () => {
    const host = serviceHost({ ...SERVICE, tool: '' })
    const spec = specFor(host, {
      files: 'tool:/bin/\n/link -> /bin/tool',
      capabilities: 'cap_net_raw=ep /bin/tool\ncap_net_bind_service=+ep /svc',
    })
    const read = await readFiles(host, spec)
    const [tool] = arrangeFiles(spec, read, [{ name: 'svc' }])
    expect(tool).toMatchObject({ path: '/bin/tool', capabilities: { permitted: [13], effective: true } })
    const refused = (capabilities: string) => () =>
      arrangeFiles({ ...specFor(host, { capabilities }), config: spec.config }, read, [{ name: 'svc' }])
    expect(refused('cap_kill=p /bin/tol')).toThrow(
      '"/bin/tol" is not in the image; did you mean "/bin/tool"?',
    )
    expect(refused('cap_kill=p /elsewhere')).toThrow('write the path of a file, such as /svc')
    expect(refused('cap_kill=p /link')).toThrow('"/link" is a symlink')
    expect(refused('cap_kill=p\ncap_kill=i /svc')).toThrow(
      'is the first binary, which has capabilities already',
    )
  })

  it('do not take the place of a binary, nor behind a slash', async () => {
    const host = serviceHost({ ...SERVICE, 'bin/svc': '' })
    const spec = specFor(host, { files: 'bin/*:/' })
    const read = await readFiles(host, spec)
    expect(() => arrangeFiles(spec, read, [{ name: 'svc' }])).toThrow('"/svc" is where a binary goes')
  })

  it('do not take the place of a binary', async () => {
    const host = serviceHost()
    const spec = specFor(host, { files: 'go.mod:/svc' })
    const read = await readFiles(host, spec)
    expect(() => arrangeFiles(spec, read, [{ name: 'svc' }])).toThrow(
      aFailure('bad-input', { fields: { input: 'files' } }),
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
