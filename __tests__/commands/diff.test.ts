import { beforeAll, expect, it } from '@jest/globals'
import { statSync } from 'node:fs'
import { diff } from '../../src/commands/diff.ts'
import type { WeighSpec } from '../../src/declare/declare-weigh.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { writeTemporary } from '../support/layouts.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const SPEC: WeighSpec = { platforms: 'usual', depth: 'package', budget: null, credentials: null }
const LARGER = 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n'

describeWith(['go'], 'diff', () => {
  let before: string
  let after: string
  beforeAll(async () => {
    ;({ before, after } = await buildGoPrograms({ before: PRINTLN, after: LARGER }))
  })

  it('tells by how much the second is larger, and of what', async () => {
    const weighIn = await diff(testHost(), before, after, SPEC)
    const [image] = weighIn.images
    expect(image).toMatchObject({ name: 'after', baseline: { kind: 'file', reference: before } })
    const growth = image?.platforms[0]?.growth
    expect(growth?.metrics.find(({ metric }) => metric === 'image')).toMatchObject({
      before: statSync(before).size,
      after: statSync(after).size,
    })
    expect(JSON.stringify(growth)).toContain('"fmt"')
  })

  it('refuses what cannot be weighed', async () => {
    const text = writeTemporary('text', 'no program at all')
    await expect(diff(testHost(), before, text, SPEC)).rejects.toEqual(
      aFailure('bad-input', { fields: { thing: text } }),
    )
  })
})
