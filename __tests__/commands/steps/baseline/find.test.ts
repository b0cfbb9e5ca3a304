import { describe, expect, it } from '@jest/globals'
import { findBaseline, refuseEarly } from '../../../../src/commands/steps/baseline/find.ts'
import type { FoundBaseline } from '../../../../src/commands/steps/baseline/found.ts'
import { weighIn } from '../../../report/sample.ts'
import { testHost } from '../../../support/host.ts'
import { specFor } from '../../../support/service.ts'

const host = testHost({ surface: 'action' })
const means = { packer: null, restoreWeighIn: undefined }

describe('findBaseline', () => {
  it('looks for none where none is wanted', async () => {
    const found = await findBaseline(host, specFor(host, { baseline: 'none' }), means)
    expect(found).toEqual({ status: 'absent', report: null, reason: 'baseline is none' })
  })

  it('restores what an earlier job kept of the branch', async () => {
    const commit = 'a'.repeat(40)
    const spec = specFor(host, {}, { base: { commit: { status: 'known', commit }, branch: 'main' } })
    const restoreWeighIn = async (at: { readonly branch: string; readonly commit: string | null }) => {
      expect(at).toEqual({ branch: 'main', commit })
      return { status: 'found', weighIn: { ...weighIn(), revision: commit } } as const
    }
    const found = await findBaseline(host, spec, { ...means, restoreWeighIn })
    expect(found).toMatchObject({ status: 'read', report: { kind: 'cache', revision: commit } })
  })

  it('says what the user named wrongly', async () => {
    const found = findBaseline(host, specFor(host, { baseline: './nowhere.json' }), means)
    await expect(found).rejects.toMatchObject({ code: 'bad-input' })
    await expect(refuseEarly(found)).rejects.toMatchObject({ code: 'bad-input' })
  })
})

it('refuses early what is known to be wrong, and waits for nothing', async () => {
  expect(await refuseEarly(new Promise<FoundBaseline>(() => {}))).toBeUndefined()
})
