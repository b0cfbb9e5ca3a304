import { lineOf } from '../support/limits.ts'
import { describe, expect, it } from '@jest/globals'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../../src/failure.ts'
import { weighInJson } from '../../src/report/json.ts'
import { readWeighIns, type WeighInBounds } from '../../src/thing/weigh-ins.ts'
import { limitVerdict, overBudget, platformWeight, weighIn } from '../report/sample.ts'
import { runToEnd, temporaryDirectory } from '../support/cli.ts'
import { aFailure } from '../support/a-failure.ts'

const ROOMY: WeighInBounds = { entries: 100, files: 10, bytes: 1_000_000, platforms: 100, limits: 100 }
const [proxy, worker] = [weighIn({ name: 'proxy' }), weighIn({ name: 'worker' })]

/** Files by their path, each below a directory of its own. */
function artifact(files: Readonly<Record<string, string | Buffer>>): string {
  const directory = temporaryDirectory('artifact')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

async function refusalOf(place: string, bounds = ROOMY): Promise<Failure> {
  const refusal = await readWeighIns({ cwd: path.dirname(place) }, place, bounds).catch(
    (error: unknown) => error,
  )
  if (!(refusal instanceof Failure)) throw new Error('It was read.', { cause: refusal })
  expect(refusal.message).not.toContain('\n')
  return refusal
}

describe('readWeighIns', () => {
  it('reads one, and all below a directory in the order of their names', async () => {
    const directory = artifact({
      'sizes-b/bantam.json': weighInJson(worker),
      'sizes-a/bantam.json': weighInJson(proxy),
      'sizes-a/bantam.html': '<!doctype html>',
    })
    const host = { cwd: directory }
    expect(await readWeighIns(host, path.join(directory, 'sizes-b/bantam.json'))).toEqual([worker])
    expect(await readWeighIns(host, directory)).toEqual([proxy, worker])
  })

  it.each([
    { name: 'nothing', files: {}, place: 'gone.json', says: 'there is no such file' },
    { name: 'no JSON', files: { 'a.html': '' }, place: '.', says: 'it holds no file that ends in .json' },
  ])('says what to write where there is $name', async ({ files, place, says }) => {
    const directory = artifact(files)
    expect(await refusalOf(path.join(directory, place))).toEqual(
      aFailure('bad-input', { fields: { input: 'weigh-in' }, why: says, fix: 'actions/download-artifact' }),
    )
  })

  it('follows no link, and waits for no pipe', async () => {
    const elsewhere = artifact({ 'secret.json': weighInJson(proxy) })
    const directory = artifact({ 'own/bantam.json': weighInJson(worker) })
    symlinkSync(elsewhere, path.join(directory, 'linked'))
    symlinkSync(path.join(elsewhere, 'secret.json'), path.join(directory, 'linked.json'))
    await runToEnd('mkfifo', [path.join(directory, 'pipe.json')])
    expect(await readWeighIns({ cwd: directory }, directory)).toEqual([worker])
    for (const name of ['linked', 'linked.json', 'pipe.json'])
      expect(await refusalOf(path.join(directory, name))).toEqual(
        aFailure('bad-input', { why: 'neither a file nor a directory' }),
      )
  })

  const deep = '['.repeat(100_000)
  it.each([
    { name: 'no JSON', text: '{', says: /it is not JSON/ },
    {
      name: 'no UTF-8',
      text: Buffer.from([0x22, 0xff, 0x22]).toString('latin1'),
      says: /is not what|is not/,
    },
    { name: 'another JSON', text: '{"schemaVersion":2}', says: /as a weigh-in it is not what/ },
    { name: 'another version', text: '{"schemaVersion":1}', says: /was written with schemaVersion 1/ },
    { name: 'depth', text: deep, says: /nested more than 64 deep/ },
    {
      name: 'a prototype',
      text: weighInJson(proxy).replace('"name": "proxy"', '"__proto__": {"name": "proxy"}'),
      says: /is not what schema\/weigh-in\.json has in images\.0/,
    },
  ])('refuses $name in one sentence', async ({ text, says }) => {
    const directory = artifact({ 'x.json': text })
    expect(await refusalOf(directory)).toEqual(aFailure('unreadable-image', { why: says }))
  })

  it.each<{ name: string; bounds: Partial<WeighInBounds>; says: RegExp }>([
    { name: 'entries', bounds: { entries: 2 }, says: /more than 2 files and directories/ },
    { name: 'files', bounds: { files: 1 }, says: /more than 1 files that end in .json/ },
    { name: 'bytes', bounds: { bytes: 10_000 }, says: /is larger than/ },
    { name: 'platforms', bounds: { platforms: 2 }, says: /weighs more than 2 images and platforms/ },
    { name: 'limits', bounds: { limits: 2 }, says: /has more than 2 limits/ },
  ])('bounds $name', async ({ bounds, says }) => {
    const several = weighIn({
      ...overBudget,
      platforms: [platformWeight(), platformWeight({ platform: 'linux/arm64' })],
      budget: {
        status: 'over',
        waived: false,
        limits: [limitVerdict(), limitVerdict()],
        dropped: [lineOf('image: 2MB')],
      },
    })
    const files = { 'a/a.json': weighInJson(several), 'b/b.json': weighInJson(proxy) }
    expect(await refusalOf(artifact(files), { ...ROOMY, ...bounds })).toEqual(
      aFailure('unreadable-image', { why: says }),
    )
    expect(await readWeighIns({ cwd: '/' }, artifact(files), ROOMY)).toHaveLength(2)
  })

  it('shows a hostile name on one line, and not all of it', async () => {
    const name = `\u202E\n::error::${'x'.repeat(220)}.json`
    const { message } = await refusalOf(artifact({ [name]: '{' }))
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(message.length).toBeLessThan(300)
  })
})
