import { describe, expect, it } from '@jest/globals'
import { readBaseline } from '../../../../src/commands/steps/baseline/read-baseline.ts'
import { gitRepository } from '../../../support/git.ts'
import { testHost } from '../../../support/host.ts'
import { SERVICE, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const means = { packer: null, restoreWeighIn: undefined }

describe('readBaseline', () => {
  it('says why there is no commit to build', async () => {
    const host = testHost()
    const asked = { kind: 'build', commit: null, why: 'it is the first push' } as const
    expect(await readBaseline(host, specFor(host), asked, means)).toEqual({
      status: 'absent',
      report: null,
      reason: 'it is the first push',
    })
  })

  it('finds nothing of a branch where there is no cache and not an image', async () => {
    const host = testHost()
    const spec = specFor(host)
    if (spec.baseline.kind !== 'auto') throw new Error(spec.baseline.kind)
    expect(await readBaseline(host, spec, spec.baseline, means)).toMatchObject({ status: 'absent' })
  })
})

describeWith(['go', 'git'], 'readBaseline of a commit', () => {
  it('compiles it, and packs nothing', async () => {
    const { directory, commit } = gitRepository()
    const base = commit(SERVICE)
    commit({ 'main.go': 'package main\n\nfunc main() { undefined() }\n' })
    const host = testHost({ cwd: directory })
    const found = await readBaseline(host, specFor(host), { kind: 'build', commit: base }, means)
    expect(found).toMatchObject({
      status: 'read',
      report: { kind: 'build', revision: base },
      images: [
        {
          name: null,
          weight: {
            sizes: { imageSize: null, downloadSize: null },
            binaries: [{ name: 'svc', pack: null, price: null, modules: ['example.com/svc'] }],
          },
        },
      ],
    })
  })
})
