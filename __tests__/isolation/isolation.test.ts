import { beforeAll, describe, expect, it } from '@jest/globals'
import { text } from 'node:stream/consumers'
import { chmodSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openCell } from '../../src/isolation/cell.ts'
import {
  isolationBy,
  isolationOf,
  isolationsOf,
  ownIsolation,
  type IsolationWay,
} from '../../src/isolation/isolation.ts'
import { testHost } from '../support/host.ts'
import { buildGo, HELLO } from '../support/pack-requests.ts'
import { becoming, type Runner } from '../support/smoke-test-by.ts'
import { proveBy, withoutUserNamespaces } from '../support/prove-by.ts'
import { describeWith } from '../support/tools.ts'

const isRoot = process.getuid?.() === 0

/** Tells what it can see and do, on stderr. */
const WITNESS = {
  'main.go': `package main

import ("encoding/json"; "net"; "os"; "strings")

func main() {
	names := []string{}
	entries, _ := os.ReadDir("/")
	for _, entry := range entries { names = append(names, entry.Name()) }
	interfaces, _ := net.Interfaces()
	up := 0
	for _, one := range interfaces { if one.Flags&net.FlagUp != 0 { up++ } }
	stdin, _ := os.Stdin.Read(make([]byte, 1))
	cwd, _ := os.Getwd()
	variables := map[string]string{}
	for _, variable := range os.Environ() {
		name, value, _ := strings.Cut(variable, "=")
		variables[name] = value
	}
	json.NewEncoder(os.Stderr).Encode(map[string]any{
		"argv": os.Args, "env": variables, "uid": os.Getuid(), "gid": os.Getgid(), "pid": os.Getpid(), "root": names,
		"written": os.WriteFile("/written", nil, 0644) == nil, "up": up, "stdin": stdin, "cwd": cwd,
	})
}
`,
}

async function witness(way: 'root' | 'user' | 'process', file: string) {
  const host = testHost()
  const cell = await openCell({ way, directory: host.temporary, name: 'svc', emulator: null })
  try {
    const filled = await cell.fillWith({ linked: file })
    const { child } = filled.start('linked', { A: '1', EMPTY: '' }, 'pipe')
    if (child.stderr === null) throw new Error('no stderr')
    const said = await text(child.stderr)
    return { said: JSON.parse(said) as Record<string, unknown>, pid: child.pid, directory: host.temporary }
  } finally {
    await cell.close()
  }
}

describe('isolationsOf', () => {
  it.each<{ name: string; search: () => Promise<IsolationWay> }>([
    { name: 'a way', search: async () => 'sudo' },
    { name: 'none', search: async () => 'process' },
    { name: 'an error', search: async () => Promise.reject(new Error('no')) },
  ])('searches once for all programs of a run, where it finds $name', async ({ search }) => {
    let searches = 0
    const isolations = isolationsOf(testHost(), () => {
      searches += 1
      return search()
    })
    const found = await Promise.allSettled([isolations.search(), isolations.search()])
    expect(await Promise.allSettled([isolations.search()])).toEqual(found.slice(1))
    expect(searches).toBe(1)
  })

  it('knows a likely way until it did not work for one program', () => {
    const isolations = isolationsOf(testHost(), async () => 'process')
    if (process.platform === 'linux') expect(isolations.likely()).toMatch(/^(?:root|user)$/)
    void isolations.search()
    expect(isolations.likely()).toBeNull()
  })
})

it('closes a cell that nothing was put into', async () => {
  const own = await ownIsolation()
  for (const way of new Set(['process', own] as const)) {
    const host = testHost()
    const cell = await openCell({ way, directory: host.temporary, name: 'svc', emulator: null })
    await cell.close()
    expect(readdirSync(host.temporary)).toEqual([])
  }
})

describeWith(['go'], 'a program in a cell', () => {
  let file: string
  let own: Exclude<IsolationWay, 'sudo'>
  beforeAll(async () => {
    file = buildGo(WITNESS)
    own = await ownIsolation()
  })

  it('sees itself alone, may write nothing and has no network, where namespaces can be had', async () => {
    if (own === 'process') throw new Error('this machine gives no namespaces: run the tests where it does')
    const { said, directory } = await witness(own, file)
    expect(said).toEqual({
      argv: ['/svc'],
      env: { A: '1', EMPTY: '' },
      uid: 65532,
      gid: 65532,
      // Of its own process namespace.
      pid: expect.any(Number),
      root: ['svc'],
      written: false,
      // Its own loopback.
      up: 1,
      stdin: 0,
      cwd: '/',
    })
    expect(readdirSync(directory)).toEqual([])
  })

  it('has an environment and a directory of its own, where they cannot', async () => {
    const { said, pid, directory } = await witness('process', file)
    expect(said).toMatchObject({ argv: ['/svc'], env: { A: '1', EMPTY: '' }, pid, stdin: 0 })
    expect(said['cwd']).toMatch(/\/empty$/)
    expect(readdirSync(directory)).toEqual([])
  })
})

describe('isolationBy', () => {
  it.each([
    ['root', 'namespaces'],
    ['user', 'namespaces'],
    ['sudo', 'namespaces'],
    ['process', 'process'],
  ] as const)('%s gives %s', (way, isolation) => {
    expect(isolationBy(way)).toBe(isolation)
  })
})

interface Row {
  readonly name: string
  readonly runner: Runner
  readonly restricted: boolean
  readonly way: IsolationWay
}

describeWith(['go', 'upx', 'setpriv', 'unshare', 'sudo'], 'a real packed program is proven', () => {
  let linked: string
  beforeAll(() => {
    linked = buildGo(HELLO)
    chmodSync(path.dirname(linked), 0o755)
  })

  const rows: readonly Row[] = [
    { name: 'root', runner: 'own', restricted: false, way: 'root' },
    { name: 'an ordinary user', runner: 'nobody', restricted: false, way: 'user' },
    { name: 'an ordinary user, through sudo', runner: 'nobody with sudo', restricted: true, way: 'sudo' },
    { name: 'an ordinary user, in an ordinary process', runner: 'nobody', restricted: true, way: 'process' },
  ]
  const possible = isRoot ? it : it.skip
  possible.each(rows)('by $name', async ({ runner, restricted, way }) => {
    const prefix = restricted ? withoutUserNamespaces(becoming(runner)) : becoming(runner)
    const proven = await proveBy(prefix, null, linked)
    expect(proven.way).toBe(way)
    expect(proven.outcome).toMatchObject({
      pack: { status: 'packed', kept: false },
      proof: {
        status: 'proven',
        reason: null,
        isolation: isolationBy(way),
        environments: [1, 2, 3, 4, 511, 600, 1001, 4000],
      },
    })
    const { price } = proven.outcome
    expect(price?.memory.shipped).toBeGreaterThan(1_000_000)
    expect(price?.memory.linked).toBeLessThan(1_000_000)
    expect(price?.processorMs.shipped).toBeGreaterThan(price?.processorMs.linked ?? Infinity)
  })

  it('by whoever runs these tests', async () => {
    const way = await isolationOf(testHost())
    const { outcome } = await proveBy([], way, linked)
    expect(outcome.proof).toMatchObject({ status: 'proven', isolation: isolationBy(way) })
  })

  it('by whoever runs these tests, in an ordinary process', async () => {
    const { outcome } = await proveBy([], 'process', linked)
    expect(outcome.proof).toMatchObject({ status: 'proven', isolation: 'process' })
  })
})
