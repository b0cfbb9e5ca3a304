import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import type { IsolationWay } from '../../src/isolation/isolation.ts'
import { compileC } from '../support/compile-c.ts'
import { image, NONROOT, PLAIN_CONFIG } from '../support/images.ts'
import { smokeTestBy, type Runner } from '../support/smoke-test-by.ts'
import { describeWith } from '../support/tools.ts'

describeWith(['gcc', 'unshare', 'tar', 'setpriv', 'sudo'], 'a hostile service', () => {
  let program: Uint8Array
  let marker: string
  let server: Server
  const abstract: Server[] = []

  beforeAll(async () => {
    program = readFileSync(compileC('escape-service'))
    marker = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-marker-')), 'marker')
    writeFileSync(marker, 'of this machine')
    chmodSync(path.dirname(marker), 0o755)
    server = createServer(socket => socket.destroy()).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
  })
  afterAll(() => {
    for (const each of [server, ...abstract]) each.close()
  })

  async function escape(
    runner: Runner,
    way: IsolationWay,
    user: { uid: number; gid: number },
  ): Promise<string> {
    const name = `bantam-${process.pid}-${Math.random()}`
    const listening = createServer(socket => socket.destroy()).listen(`\0${name}`)
    abstract.push(listening)
    await new Promise(resolve => listening.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const service = { name: 'service', bytes: program, packed: true }
    const report = await smokeTestBy(runner, way, {
      image: await image(service, { config: { ...PLAIN_CONFIG, user } }),
      smoke: {
        args: [marker, String(port), name, String(process.pid), 'all'],
        http: null,
        env: {},
      },
      limitMs: 20_000,
    })
    return 'output' in report ? report.output : JSON.stringify(report)
  }

  const isRoot = process.getuid?.() === 0
  const possible = isRoot ? it : it.skip
  const users = [
    { who: 'root', user: { uid: 0, gid: 0 } },
    { who: 'nonroot', user: NONROOT },
  ]
  const ways: readonly { readonly by: string; readonly runner: Runner; readonly way: IsolationWay }[] = [
    { by: 'root', runner: 'own', way: 'root' },
    { by: 'an ordinary user', runner: 'nobody', way: 'user' },
    { by: 'an ordinary user with sudo', runner: 'nobody with sudo', way: 'sudo' },
  ]
  possible.each(ways.flatMap(way => users.map(user => ({ ...way, ...user }))))(
    'comes out nowhere as $who, by $by',
    async ({ runner, way, user }) => {
      const before = hostname()
      const lines = (await escape(runner, way, user)).trim().split('\n')
      expect(lines).toHaveLength(27)
      expect(lines.filter(line => !line.endsWith(': kept in'))).toEqual([])
      expect(hostname()).toBe(before)
    },
  )

  // That what is looked for would be seen: the same program, let run as root of this machine.
  possible('comes out nearly everywhere where nothing shuts it in', async () => {
    const file = path.join(path.dirname(marker), 'service')
    writeFileSync(file, program, { mode: 0o755 })
    const { port } = server.address() as AddressInfo
    const { stdout } = spawnSync(file, [marker, String(port), 'none', String(process.pid), 'harmless'], {
      encoding: 'utf8',
    })
    const out = stdout.split('\n').filter(line => line.endsWith(': OUT'))
    expect(out.map(line => line.replace(': OUT', ''))).toEqual([
      'marker',
      'marker through /proc',
      'marker above the root',
      'other processes',
      'kill',
      'loopback',
      'new privileges',
      'capabilities',
      'keyring',
      'chroot',
    ])
  })
})
