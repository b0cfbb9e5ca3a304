import { beforeAll, expect, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import {
  buildUnpublished,
  type Setup,
  tryChanges,
  type TriedImage,
} from '../../../../src/commands/steps/diet/try-changes.ts'
import type { Host } from '../../../../src/host/host.ts'
import { isolationsOf } from '../../../../src/isolation/isolation.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { SERVICE, serviceHost, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const TAGGED = {
  'go.mod': SERVICE['go.mod'],
  'main.go': 'package main\n\nfunc main() { println(text()) }\n',
  'large.go':
    '//go:build !small\n\npackage main\n\nimport "fmt"\n\nfunc text() string { return fmt.Sprint(1, "a") }\n',
  'small.go': '//go:build small\n\npackage main\n\nfunc text() string { return "1 a" }\n',
}

describeWith(['go'], 'tryChanges', () => {
  let host: Host
  let setup: Setup
  let asItIs: TriedImage
  beforeAll(async () => {
    host = serviceHost(TAGGED)
    const spec = specFor(host, { pack: 'off', certificates: 'mozilla' })
    setup = { spec, tools: { go: goOnPath(), packer: null }, isolations: isolationsOf(host), userFiles: [] }
    asItIs = await buildUnpublished(host, setup)
  }, 120_000)

  it('weighs the service as it is', () => {
    expect(asItIs.weight).toMatchObject({ packed: false, price: null })
    expect(asItIs.weight.linkedSize).toBe(asItIs.binaries[0]?.linkedSize)
    expect(asItIs.base.certificates).toMatch(/^Mozilla/)
  })

  it('weighs what a change makes smaller, and leaves nothing behind', async () => {
    const before = readdirSync(host.temporary)
    const tag = { kind: 'build tag', tag: 'small', packages: ['example.com/svc'] } as const
    const { outcome } = await tryChanges(host, setup, asItIs.weight, [tag])
    if (outcome.status !== 'weighed') throw new Error(outcome.status)
    expect(outcome.weight.linkedSize).toBeLessThan(asItIs.weight.linkedSize)
    const none = { kind: 'no certificates', needed: false } as const
    const lighter = await tryChanges(host, setup, asItIs.weight, [none])
    if (lighter.outcome.status !== 'weighed') throw new Error(lighter.outcome.status)
    expect(lighter.outcome.weight.imageSize).toBeLessThan(asItIs.weight.imageSize - 100_000)
    expect(readdirSync(host.temporary)).toEqual(before)
  }, 120_000)

  it('says what a change of the code does not make smaller', async () => {
    const tag = { kind: 'build tag', tag: 'nothing', packages: [] } as const
    const { outcome } = await tryChanges(host, setup, asItIs.weight, [tag])
    expect(outcome).toEqual({ status: 'not smaller', linkedSize: asItIs.weight.linkedSize })
  })

  it('says where a change fails', async () => {
    const broken = { ...setup, spec: { ...setup.spec, workingDirectory: '/nowhere' } }
    const tag = { kind: 'build tag', tag: 'small', packages: [] } as const
    const { outcome } = await tryChanges(host, broken, asItIs.weight, [tag])
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.any(String) })
  })
})
