import { expect, it } from '@jest/globals'
import { resolveCompiler, resolvePacking, resolveTools } from '../../../src/commands/steps/tools.ts'
import { realUpx } from '../../support/broken-packers.ts'
import { SERVICE, serviceHost, specFor } from '../../support/service.ts'
import { describeWith } from '../../support/tools.ts'

describeWith(['go', 'upx'], 'the tools of a run', () => {
  it('are Go and a packer for a main package', async () => {
    const host = serviceHost()
    const { version } = realUpx()
    const tools = await resolveTools(host, specFor(host, { 'upx-version': version, 'upx-args': '-1 --lzma' }))
    expect(tools).toMatchObject({
      go: { version: expect.stringMatching(/^go1\./) },
      packer: { title: `upx ${version} -1 --lzma` },
    })
  })

  it('are none that nothing needs', async () => {
    const host = serviceHost(SERVICE, { env: { PATH: '/nowhere' } })
    expect(await resolveCompiler(host, specFor(host, { binary: 'x' }))).toBeNull()
    expect(await resolvePacking(host, specFor(host, { pack: 'off' }))).toEqual({ packer: null })
  })

  it('are Go too where a binary needs its time zones', async () => {
    const host = serviceHost()
    const go = await resolveCompiler(host, specFor(host, { binary: 'x', timezones: 'all' }))
    expect(go?.goroot).toMatch(/./)
  })
})
