import { beforeAll, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { ConfigSpec } from '../../src/declare/spec.ts'
import type { Entry } from '../../src/image/entry.ts'
import { readLayer } from '../../src/image/read-layer.ts'
import type { IsolationWay } from '../../src/isolation/isolation.ts'
import { compileC } from '../support/compile-c.ts'
import { image, PLAIN_CONFIG } from '../support/images.ts'
import { podmanRun } from '../support/podman-run.ts'
import { smokeTestBy, type Runner } from '../support/smoke-test-by.ts'
import { describeWith } from '../support/tools.ts'

const DOCKERS = {
  podman: ['bind 80: Permission denied', 'namespaces: yes', 'keyring: yes'],
  here: ['bind 80: yes', 'namespaces: Operation not permitted', 'keyring: Operation not permitted'],
}

describeWith(['gcc', 'podman', 'unshare', 'tar', 'setpriv', 'sudo'], 'the smoke test', () => {
  let program: Uint8Array
  beforeAll(() => {
    program = readFileSync(compileC('container-probe'))
  })

  async function imageOf(config: Partial<ConfigSpec>, files: readonly Entry[] = []) {
    const service = { name: 'service', bytes: program, packed: true }
    return image(service, { config: { ...PLAIN_CONFIG, ...config }, files })
  }

  async function seen(
    runner: Runner,
    way: IsolationWay,
    config: Partial<ConfigSpec>,
  ): Promise<readonly string[]> {
    const report = await smokeTestBy(runner, way, {
      image: await imageOf(config),
      smoke: { args: [], http: null, env: {} },
      limitMs: 20_000,
    })
    if (!('output' in report)) throw new Error(JSON.stringify(report))
    if (report.output === '') throw new Error(report.message)
    return report.output.trim().split('\n')
  }

  async function seenInPodman(user: string): Promise<readonly string[]> {
    const { layers } = await imageOf({})
    const entries = (await Promise.all(layers.map(readLayer))).flat()
    return podmanRun(entries, user, ['/service']).trim().split('\n')
  }

  const possible = process.getuid?.() === 0 ? it : it.skip
  const WAYS: readonly { readonly by: string; readonly runner: Runner; readonly way: IsolationWay }[] = [
    { by: 'root', runner: 'own', way: 'root' },
    { by: 'an ordinary user', runner: 'nobody', way: 'user' },
    { by: 'an ordinary user with sudo', runner: 'nobody with sudo', way: 'sudo' },
  ]
  possible.each(WAYS)('gives an ordinary service what Podman gives it, by $by', async ({ runner, way }) => {
    const podman = new Set(await seenInPodman('65532:65532'))
    const here = new Set(await seen(runner, way, {}))
    expect([...podman].filter(line => !here.has(line))).toEqual([
      // Podman says so without a terminal too, Docker does not.
      'env TERM',
      // The rest is as Docker has it. Podman lets any user listen on any port since its version 5.
      ...DOCKERS.podman,
    ])
    expect([...here].filter(line => !podman.has(line))).toEqual(DOCKERS.here)
  })

  possible('gives root no capability, and otherwise what Podman gives it', async () => {
    const podman = new Set(await seenInPodman('0:0'))
    const here = new Set(await seen('own', 'root', { user: { uid: 0, gid: 0 } }))
    expect([...podman].filter(line => !here.has(line))).toEqual([
      'env TERM',
      'namespaces: yes',
      'keyring: yes',
    ])
  })
})
