import { expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readResults } from '../../../../src/commands/steps/plan/read-results.ts'
import { writeResult } from '../../../../src/plan/result.ts'
import { AMD64, ARM64, plan, result } from '../../../plan/sample.ts'
import { testHost } from '../../../support/host.ts'

const RESULTS = { amd64: writeResult(result(plan(), AMD64)), arm64: writeResult(result(plan(), ARM64)) }

function read(files: Readonly<Record<string, string>>) {
  const host = testHost()
  const place = path.join(host.cwd, 'results')
  for (const [name, text] of Object.entries({ 'note.txt': '', ...files })) {
    mkdirSync(path.dirname(path.join(place, name)), { recursive: true })
    writeFileSync(path.join(place, name), text)
  }
  return readResults(host, place)
}

it('reads every result, whatever folders they are in', async () => {
  const found = await read({ 'b/r.json': RESULTS.arm64, 'a/r.json': RESULTS.amd64 })
  expect(found.map(({ file, result: { images } }) => [file, images[0].platforms[0].platform])).toEqual([
    ['results/a/r.json', AMD64],
    ['results/b/r.json', ARM64],
  ])
})

it('refuses a place without results, and one that is not there', async () => {
  await expect(read({})).rejects.toThrow('holds no file that ends in .json')
  const host = testHost()
  await expect(readResults(host, path.join(host.cwd, 'none'))).rejects.toThrow('there is no such file')
})

it('reports all that are no results at once', async () => {
  const wrong = read({ 'a.json': RESULTS.amd64, 'b.json': '{}', 'c.json': '' })
  await expect(wrong).rejects.toMatchObject({ code: 'bad-input', inputs: { length: 2 } })
})

it('reads no more than its bounds allow', async () => {
  const host = testHost()
  writeFileSync(path.join(host.cwd, 'r.json'), RESULTS.amd64)
  const bounds = { entries: 100, files: 10, bytes: 100 }
  await expect(readResults(host, host.cwd, bounds)).rejects.toThrow('is larger than 100 bytes')
})
