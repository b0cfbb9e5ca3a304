import { expect, it } from '@jest/globals'
import { openToVerify } from '../../../../src/commands/steps/verify/open-to-verify.ts'
import type { VerifySpec } from '../../../../src/declare/declare-verify.ts'
import { testHost } from '../../../support/host.ts'
import { handMade, layoutOf, writeTemporary, writeTree } from '../../../support/layouts.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { weighIn } from '../../../report/sample.ts'

const SPEC: VerifySpec = { platforms: 'all', workingDirectory: '.', credentials: null, own: {} }

it('opens a layout', async () => {
  const layout = writeTree(layoutOf(handMade([[{ name: 'x', content: '1' }]])))
  expect(await openToVerify(testHost(), layout, SPEC)).toMatchObject({ kind: 'image', platforms: [{}] })
})

it.each([
  { kind: 'a binary', file: () => writeTemporary('x', makeElf()) },
  { kind: 'a weigh-in', file: () => writeTemporary('x.json', JSON.stringify(weighIn())) },
])('refuses $kind', async ({ kind, file }) => {
  await expect(openToVerify(testHost(), file(), SPEC)).rejects.toThrow(
    `cannot be verified: it is ${kind}; name an OCI layout, an image archive or an image in a registry`,
  )
})
