import { expect, it } from '@jest/globals'
import { clauseText } from '../../src/clause.ts'
import { checkResults } from '../../src/plan/check-results.ts'
import { differingTools } from '../../src/plan/differing-tools.ts'
import type { Settings } from '../../src/weigh-in/weigh-in.ts'
import { AMD64, ARM64, plan, result, weighInOf, weightOf } from './sample.ts'

function said(change: Partial<Settings>): readonly string[] {
  const settings = { ...weightOf(ARM64).settings, ...change }
  const other = result(plan(), ARM64, { weighIn: weighInOf(ARM64, { settings }) })
  const checked = checkResults(plan(), [
    { file: 'a', result: result(plan(), AMD64) },
    { file: 'b', result: other },
  ])
  return checked.ok ? checked.value.flatMap(differingTools).map(one => clauseText(one, 'action')) : []
}

it('has nothing to say of the same tools, or of what was not packed', () => {
  expect(said({})).toEqual([])
  expect(said({ packer: null })).toEqual([])
  expect(said({ go: null })).toEqual([])
})

it('names each version, and the input', () => {
  expect(said({ go: 'go1.25.0', packer: 'upx 4.2.2 --best --lzma' })).toEqual([
    'proxy was built with different versions of Go (go1.26.8 for linux/amd64, go1.25.0 for linux/arm64); go-version gives all platforms the same',
    'proxy was built with different versions of UPX (upx 4.2.4 --best --lzma for linux/amd64, upx 4.2.2 --best --lzma for linux/arm64); upx-version gives all platforms the same',
  ])
})
