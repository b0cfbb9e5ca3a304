import { beforeAll, expect, it } from '@jest/globals'
import { statSync } from 'node:fs'
import { weigh } from '../../src/commands/weigh.ts'
import type { WeighSpec } from '../../src/declare/declare-weigh.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

const SPEC: WeighSpec = { platforms: 'usual', depth: 'package', budget: null, credentials: null }

describeWith(['go'], 'weigh', () => {
  let program: string
  beforeAll(async () => {
    ;({ program } = await buildGoPrograms({ program: PRINTLN }))
  })

  it('gives the weigh-in of a binary, down to packages, and no budget', async () => {
    const { weighIn, gate } = await weigh(testHost(), program, SPEC)
    const bytes = statSync(program).size
    expect(gate).toMatchObject({ pass: true })
    expect(weighIn).toMatchObject({
      revision: null,
      stages: [],
      images: [
        {
          name: 'program',
          published: false,
          budget: { status: 'none' },
          platforms: [
            {
              platform: 'linux/amd64',
              sizes: { imageSize: bytes, downloadSize: null },
              binaries: [{ linkedSize: bytes, proof: { status: 'not run' }, breakdown: { bytes } }],
              growth: null,
              smokeTest: { status: 'not asked' },
            },
          ],
        },
      ],
    })
  })

  it.each([
    ['image: 100MB', 'within', true],
    ['image: 1kB', 'over', false],
    ['module std: 1kB', 'over', false],
    ['image: +0', 'unmeasured', false],
  ] as const)('holds it against %s: %s', async (budget, status, pass) => {
    const { weighIn, gate } = await weigh(testHost(), program, { ...SPEC, budget })
    expect(weighIn.images[0]?.budget.status).toBe(status)
    expect(gate.pass).toBe(pass)
  })

  it('refuses a limit on what is nowhere', async () => {
    const asked = weigh(testHost(), program, { ...SPEC, budget: 'module example.com/nowhere: 1kB' })
    await expect(asked).rejects.toMatchObject({ code: 'bad-input' })
  })
})
