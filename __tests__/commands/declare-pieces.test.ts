import { describe, expect, it } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { declareRun } from '../../src/commands/declare.ts'
import { plan } from '../../src/commands/plan.ts'
import type { Given } from '../../src/declare/given.ts'
import { formatPlatform } from '../../src/declare/platform.ts'
import { testHost } from '../support/host.ts'

const BOTH = 'linux/amd64,linux/arm64'
const VALUES: Given['values'] = {
  main: '.=x',
  budget: 'image@linux/arm64: 3MB',
  sbom: 'file',
  report: 'r.json',
}

async function planned(values: Given['values'], files: Readonly<Record<string, string>> = {}) {
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  for (const [name, text] of Object.entries({ 'go.mod': 'module example.com/x\n', ...files }))
    writeFileSync(path.join(host.cwd, name), text)
  const given = (own: Given['values']): Given => ({ surface: 'terminal', values: own, problems: [] })
  await plan(host, given({ ...values, plan: 'plan.json' }))
  return {
    host,
    declare: (change: Given['values'] = {}) =>
      declareRun(host, given({ ...values, plan: 'plan.json', result: 'result.json', ...change })),
  }
}

describe('a piece of a plan', () => {
  it('has one platform, the budget of all, and who builds the others', async () => {
    const { host, declare } = await planned({ ...VALUES, platforms: BOTH })
    const { images, run, piece } = await declare({ platforms: 'linux/amd64' })
    const [{ key, spec, sboms }] = images
    expect(images).toHaveLength(1)
    expect(key).toBeNull()
    expect(spec.platforms.map(({ platform }) => formatPlatform(platform))).toEqual(['linux/amd64'])
    expect(spec.budget).toMatchObject({ kind: 'limits', limits: [{ platform: 'linux/arm64' }] })
    expect(spec.publish.piece?.elsewhere.map(formatPlatform)).toEqual(['linux/arm64'])
    expect(spec.platforms[0].publish.piece).toEqual(spec.publish.piece)
    expect(sboms).toEqual([path.join(host.cwd, 'sbom-linux-amd64.spdx.json')])
    expect(run.comment).toBeNull()
    expect(piece).toMatchObject({
      result: path.join(host.cwd, 'result.json'),
      plan: { images: [{ key: null }] },
    })
  })

  it('can have all platforms', async () => {
    const { declare } = await planned({ ...VALUES, platforms: BOTH })
    const [{ spec }] = (await declare()).images
    expect(spec.platforms).toHaveLength(2)
    expect(spec.publish.piece).toEqual({ elsewhere: [] })
  })

  it('is refused where it is not of the plan', async () => {
    const { declare } = await planned({ ...VALUES, platforms: BOTH })
    await expect(declare({ platforms: 'linux/s390x' })).rejects.toThrow('is not in the plan')
    await expect(declare({ platforms: 'plan9' })).rejects.toThrow('platforms "plan9"')
    await expect(declare({ budget: 'image@linux/arm64: 4MB' })).rejects.toThrow('plan has the budget')
    await expect(declare({ ldflags: '-X a.b=c' })).rejects.toThrow('plan was made with other settings')
    await expect(declare({ only: 'api' })).rejects.toThrow('is for a plan of several images')
    await expect(declare({ plan: 'none.json' })).rejects.toThrow('there is no such file')
  })
})

describe('a piece of a plan of several images', () => {
  const FILE = 'images:\n  api: { main: ./a, platforms: [linux/amd64, linux/arm64] }\n  web: { main: ./b }\n'

  it('has the images that only names, for the platforms that are asked for', async () => {
    const { declare } = await planned({}, { 'bantam.yaml': FILE })
    const one = await declare({ only: 'api', platforms: 'linux/arm64' })
    expect(one.images.map(({ key, spec }) => [key, spec.platforms.length])).toEqual([['api', 1]])
    const all = await declare()
    expect(all.images.map(({ key, spec }) => [key, spec.platforms.length])).toEqual([
      ['api', 2],
      ['web', 1],
    ])
  })

  it('names an image like the one that is not in the plan', async () => {
    const { declare } = await planned({}, { 'bantam.yaml': FILE })
    await expect(declare({ only: 'apy' })).rejects.toThrow('is not in the plan; did you mean "api"?')
    await expect(declare({ only: 'something' })).rejects.toThrow('which has api, web')
  })
})
