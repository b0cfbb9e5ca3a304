import { describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { platformHosts, platformWidth } from '../../../../src/commands/steps/build/platform-hosts.ts'
import type { Wait } from '../../../../src/host/wait.ts'
import { serviceHost, imageSpecFor, SERVICE } from '../../../support/service.ts'

const patient: Wait = work => work
const THREE = 'linux/amd64,linux/arm/v6,linux/arm64'

function hostsFor(platforms: string, { cores = 2, wait = patient } = {}) {
  const host = serviceHost(SERVICE, { cores: 8 })
  const spec = imageSpecFor(host, { platforms })
  return { host, hosts: platformHosts(host, spec.platforms, { wait, cores }) }
}

describe('platformHosts', () => {
  it('gives a single platform the directory and the log of the run', () => {
    const { host, hosts } = hostsFor('linux/arm64', { cores: 3 })
    expect(hosts).toHaveLength(1)
    expect(hosts[0]?.host).toEqual({ ...host, cores: 3 })
    expect(hosts[0]?.wait).toBe(patient)
  })

  it('gives each of several a directory of its own', () => {
    const { host, hosts } = hostsFor(THREE)
    const directories = hosts.map(own => own.host.temporary)
    expect(directories.map(directory => path.relative(host.temporary, directory))).toEqual([
      'linux-amd64',
      'linux-arm-v6',
      'linux-arm64',
    ])
    expect(directories.filter(existsSync)).toEqual(directories)
    for (const own of hosts)
      expect(own.host).toMatchObject({ cwd: host.cwd, kept: host.kept, surface: host.surface })
  })

  it('gives each its share of the cores', () => {
    expect(hostsFor(THREE, { cores: 2 }).hosts.map(own => own.host.cores)).toEqual([2, 2, 2])
  })

  it('shows what they say in the order of the platforms, whichever ends first', () => {
    const { host, hosts } = hostsFor(THREE)
    for (const [at, own] of [...hosts.entries()].toReversed()) {
      own.host.log.info(`from ${at}`)
      own.end()
    }
    expect(host.log.lines.filter(line => line !== 'info: ')).toEqual([
      'info: from 0',
      'info: from 1',
      'info: from 2',
    ])
  })

  it('shows that something is still going on for one platform at a time', async () => {
    const shown: string[] = []
    const wait: Wait = (work, say) => {
      shown.push(say(0))
      return work
    }
    const { hosts } = hostsFor('linux/amd64,linux/arm64', { wait })
    const [first, second] = hosts
    const one = Promise.withResolvers<string>()
    const other = Promise.withResolvers<string>()
    const waiting = [first!.wait(one.promise, () => 'first'), second!.wait(other.promise, () => 'second')]
    await new Promise(setImmediate)
    expect(shown).toEqual(['first'])
    one.resolve('1')
    expect(await waiting[0]).toBe('1')
    first!.end()
    await new Promise(setImmediate)
    expect(shown).toEqual(['first', 'second'])
    other.resolve('2')
    expect(await waiting[1]).toBe('2')
  })

  it('does not keep what ended, or failed, from going on before it is its turn', async () => {
    const { hosts } = hostsFor('linux/amd64,linux/arm64')
    const [, second] = hosts
    expect(await second!.wait(Promise.resolve(7), () => '')).toBe(7)
    await expect(second!.wait(Promise.reject(new Error('no')), () => '')).rejects.toThrow('no')
  })
})

describe('platformWidth', () => {
  it('is never more than the cores or the platforms, and at least one', () => {
    for (const cores of [1, 2, 4, 64])
      for (const platforms of [1, 2, 8]) {
        const width = platformWidth({ ...serviceHost(), cores }, platforms)
        expect(width).toBeGreaterThanOrEqual(1)
        expect(width).toBeLessThanOrEqual(Math.min(cores, platforms))
      }
  })

  it('is bounded by the memory that is there', () => {
    const width = platformWidth({ ...serviceHost(), cores: 10_000 }, 10_000)
    expect(width).toBeLessThanOrEqual(Math.max(1, process.availableMemory() / 1_000_000_000))
  })
})
