import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BuiltImage } from '../../src/commands/build-images.ts'
import { writePieceResult } from '../../src/commands/write-result.ts'
import { readResult } from '../../src/plan/result.ts'
import { AMD64, imageResult, plan, result, specOf } from '../plan/sample.ts'
import { testHost } from '../support/host.ts'

function built(published: BuiltImage['published']): BuiltImage {
  const { weighIn, platforms, packages } = imageResult(AMD64)
  const declared = { key: null, spec: specOf(), sboms: [] }
  const whole = { weighIn, manifests: platforms, packages, published, declared }
  // The rest of a build is of no interest to the merge.
  return whole as unknown as BuiltImage
}

async function write(images: readonly BuiltImage[]) {
  const host = testHost()
  const file = path.join(host.cwd, 'a', 'result.json')
  await writePieceResult(host, { plan: plan(), result: file }, images)
  return { host, file }
}

const DONE = { references: ['r/a@sha256:0'], places: [], missing: [], failure: null }

it.each([
  ['stored', DONE, true],
  ['over budget', null, false],
  ['weighed alone', { ...DONE, references: [] }, false],
  ['stored in piece', { ...DONE, failure: new Error('no') }, false],
])('says whether the piece was stored: %s', async (_, published, pushed) => {
  const { host, file } = await write([built(published)])
  expect(readResult(readFileSync(file))).toEqual({ ok: true, value: result(plan(), AMD64, { pushed }) })
  expect(host.log.lines.join()).toContain(
    `The result of this piece of the plan is in ${file}; the merge reads it.`,
  )
})

it('writes nothing where nothing was built', async () => {
  const { file } = await write([])
  expect(() => readFileSync(file)).toThrow('ENOENT')
})
