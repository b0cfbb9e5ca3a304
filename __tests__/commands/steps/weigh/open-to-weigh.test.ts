import { describe, expect, it } from '@jest/globals'
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openToWeigh } from '../../../../src/commands/steps/weigh/open-to-weigh.ts'
import type { WeighSpec } from '../../../../src/declare/declare-weigh.ts'
import { weighIn } from '../../../report/sample.ts'
import { aFailure } from '../../../support/a-failure.ts'
import { testHost } from '../../../support/host.ts'
import { handMade, layoutOf, writeTree } from '../../../support/layouts.ts'
import { makeElf } from '../../../support/make-elf.ts'
import { failureOf } from '../../../support/registry-client.ts'

const SPEC: WeighSpec = { platforms: 'usual', depth: 'package', budget: null, credentials: null }

describe('openToWeigh', () => {
  it('opens a binary and a weigh-in by their paths', async () => {
    const host = testHost()
    writeFileSync(path.join(host.cwd, 'x'), makeElf(), { mode: 0o755 })
    writeFileSync(path.join(host.cwd, 'x.json'), JSON.stringify(weighIn()))
    expect(await openToWeigh(host, './x', SPEC)).toMatchObject({ kind: 'binary', name: 'x' })
    const read = await openToWeigh(host, './x.json', SPEC)
    expect(read).toMatchObject({ kind: 'weigh-in', weighIn: { images: [{ name: 'proxy' }] } })
  })

  it('does not believe a weigh-in that is none', async () => {
    const host = testHost()
    const text = JSON.stringify({ ...weighIn(), images: [] })
    writeFileSync(path.join(host.cwd, 'x.json'), text)
    await expect(openToWeigh(host, './x.json', SPEC)).rejects.toMatchObject({ code: expect.any(String) })
  })

  it('asks no registry for a bare name where a budget makes a gate of it', async () => {
    const host = testHost()
    mkdirSync(path.join(host.cwd, 'there'))
    const gated = { ...SPEC, budget: 'image: 1MB' }
    await expect(openToWeigh(host, 'nowhere', gated)).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('follows no link in a layout that leads out of the workspace where a budget makes a gate of it', async () => {
    const host = testHost()
    const layout = writeTree(layoutOf(handMade([[{ name: 'file' }]])))
    mkdirSync(path.join(host.cwd, 'layout'))
    for (const name of readdirSync(layout))
      symlinkSync(path.join(layout, name), path.join(host.cwd, 'layout', name))
    expect(await openToWeigh(host, './layout', SPEC)).toMatchObject({ kind: 'image' })
    const gated = { ...SPEC, budget: 'image: 1MB' }
    expect(await failureOf(openToWeigh(host, './layout', gated))).toEqual(
      aFailure('unreadable-image', { why: /leads out of the workspace through a link/ }),
    )
    expect(await openToWeigh(host, layout, gated)).toMatchObject({ kind: 'image' })
  })
})
