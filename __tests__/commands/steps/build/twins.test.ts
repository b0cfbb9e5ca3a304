import { describe, expect, it } from '@jest/globals'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { twinsOf } from '../../../../src/commands/steps/build/twins.ts'
import type { Given } from '../../../../src/declare/given.ts'
import type { ReadBinary } from '../../../../src/commands/steps/read.ts'
import { goOnPath } from '../../../support/go-programs.ts'
import { SERVICE, serviceHost, specFor } from '../../../support/service.ts'
import { describeWith } from '../../../support/tools.ts'

const host = serviceHost({ ...SERVICE, 'web/main.go': 'package main\n\nfunc main() {}\n' })
const spec = (values: Given['values'] = {}) => specFor(host, { pack: 'off', ...values })
const begin = <Value>(work: Promise<Value>) => work

/** How often the binaries of each of two images were read, where they are asked for at the same time. */
async function readsOf(one: Given['values'], other: Given['values']): Promise<number> {
  const specs = [spec(one), spec(other)]
  const twins = twinsOf(host, begin, specs)
  let reads = 0
  const read = async (): Promise<readonly ReadBinary[]> => {
    reads += 1
    return []
  }
  await Promise.all(specs.map(each => twins.read(each, read)))
  return reads
}

describe('twinsOf', () => {
  it.each<[string, Given['values'], Given['values']]>([
    ['two flavors on two bases', {}, { base: './base' }],
    ['other labels, tags and files', { labels: 'a=b' }, { files: 'go.mod:/x' }],
    ['another budget', { budget: 'image: 1MB' }, { budget: 'none' }],
  ])('shares the binaries of %s', async (_, one, other) => {
    expect(await readsOf(one, other)).toBe(1)
  })

  it.each<[string, Given['values'], Given['values']]>([
    ['another platform', {}, { platforms: 'linux/arm64' }],
    ['another main', { main: '.' }, { main: './web' }],
    ['other flags', {}, { ldflags: '-X main.x=y' }],
    ['other build tags', {}, { 'build-tags': 'x' }],
    ['another directory', {}, { 'working-directory': path.join(host.cwd, 'web') }],
    ['another Go', {}, { 'go-version': '1.21' }],
  ])('does not share with %s', async (_, one, other) => {
    expect(await readsOf(one, other)).toBe(2)
  })

  it('packs and proves once, unless that is asked for in another way', () => {
    const shipped = (...values: readonly Given['values'][]) => {
      const specs = values.map(value => spec({ pack: 'auto', ...value }))
      const twins = twinsOf(host, begin, specs)
      let times = 0
      for (const each of specs)
        twins.ship(host, each, () => {
          times += 1
          return []
        })
      return times
    }
    expect(shipped({}, { base: './base' }, { budget: 'none' })).toBe(1)
    expect(shipped({}, { pack: 'off' })).toBe(2)
    expect(shipped({}, { 'smoke-args': '--help' })).toBe(2)
  })
})

describeWith(['go'], 'linking', () => {
  it('is done once for twins, which each check the names, and survives the end of the first', async () => {
    const specs = [spec(), spec({ base: './base' })]
    const twins = twinsOf(host, begin, specs)
    const checked: string[] = []
    const stop = new AbortController()
    const first = serviceHost(SERVICE, { stop: stop.signal })
    const refused = twins.link(first, specs[0]!, goOnPath(), () => {
      stop.abort()
      rmSync(first.temporary, { recursive: true })
      throw new Error('refused')
    })
    const linked = twins.link(
      host,
      specs[1]!,
      goOnPath(),
      names => void checked.push(...names.map(({ name }) => name)),
    )
    await expect(refused).rejects.toThrow('refused')
    expect(await linked).toMatchObject({ binaries: [{ name: 'svc' }] })
    expect(checked).toEqual(['svc'])
  })

  it('fails for all twins where it fails', async () => {
    const broken = { main: './nowhere' }
    const specs = [spec(broken), spec({ ...broken, base: './base' })]
    const twins = twinsOf(host, begin, specs)
    for (const each of specs)
      await expect(twins.link(host, each, goOnPath(), () => {})).rejects.toMatchObject({ code: 'bad-input' })
  })
})
