import { beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readElf } from '../../src/binary/elf.ts'
import { Interrupted } from '../../src/failure.ts'
import type { Price } from '../../src/weigh-in/price.ts'
import { ownIsolation } from '../../src/isolation/isolation.ts'
import { fixedSegments } from '../../src/proof/fixed-segments.ts'
import { testHost } from '../support/host.ts'
import { nodeProcess } from '../support/node-process.ts'
import { buildGo, HELLO } from '../support/pack-requests.ts'
import { prove, type ProofRequest } from '../support/prove.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

/** Its very first init leaves a file here and a file there, calls a port and opens one. */
function eagerProgram(
  absolute: string,
  calledPort: number,
  openedPort: number,
): Readonly<Record<string, string>> {
  return {
    'main.go': 'package main\n\nimport _ "example.com/svc/early"\n\nfunc main() {}\n',
    // It imports syscall and nothing else, so no init of a larger package stands between the runtime and it.
    'early/early.go': `package early

import "syscall"

func init() {
	for _, name := range []string{"written-by-init", "${absolute}"} {
		if fd, err := syscall.Open(name, syscall.O_CREAT|syscall.O_WRONLY, 0666); err == nil { syscall.Close(fd) }
	}
	here := [4]byte{127, 0, 0, 1}
	if fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0); err == nil {
		syscall.Connect(fd, &syscall.SockaddrInet4{Port: ${calledPort}, Addr: here})
	}
	if fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM, 0); err == nil {
		syscall.Bind(fd, &syscall.SockaddrInet4{Port: ${openedPort}, Addr: here})
		syscall.Listen(fd, 1)
	}
	println("the service's own code ran")
	for { syscall.Nanosleep(&syscall.Timespec{Sec: 1}, nil) }
}
`,
  }
}

function packed(file: string): string {
  const to = `${file}.packed`
  if (!existsSync(to)) execFileSync('upx', ['-qqq', '-1', '--lzma', '-o', to, file])
  return to
}

function request(file: string, asked: Partial<ProofRequest> = {}): ProofRequest {
  const bytes = readFileSync(file)
  return {
    way: 'process',
    directory: testHost().temporary,
    name: 'svc',
    linked: file,
    packed: packed(file),
    runs: [1, 4000],
    segments: fixedSegments(readElf(bytes), bytes),
    emulator: null,
    limits: { processorMs: 20_000, asleepMs: 20_000 },
    lanes: 2,
    ...asked,
  }
}

describeWith(['go', 'upx'], 'a proof', () => {
  let linked: string
  beforeAll(() => {
    linked = buildGo(HELLO)
  })

  it('finds the binary, leaves nothing behind, and can be asked as JSON', async () => {
    const asked = request(linked)
    const answer = await prove(JSON.parse(JSON.stringify(asked)) as ProofRequest)
    expect(answer).toMatchObject({ status: 'proven', environments: [1, 4000] })
    expect(readdirSync(asked.directory)).toEqual([])
  })

  it('runs no init function of the service, even in an ordinary process', async () => {
    const absolute = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'written-by-init')
    const calls: number[] = []
    const server = createServer(socket => {
      calls.push(1)
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    const openedPort = await freePort()
    try {
      const eager = buildGo(eagerProgram(absolute, (server.address() as AddressInfo).port, openedPort))
      const seen = async (directory: string) => ({
        absolute: existsSync(absolute),
        cwd: readdirSync(directory, { recursive: true }).some(name =>
          String(name).includes('written-by-init'),
        ),
        called: calls.length > 0,
        listens: await listens(openedPort),
      })

      // First that what is looked for would be seen: the same program, let run.
      const free = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
      const child = spawn(packed(eager), { cwd: free, stdio: ['ignore', 'ignore', 'pipe'] })
      await new Promise(resolve => child.stderr.once('data', resolve))
      await sleep(50)
      expect(await seen(free)).toEqual({ absolute: true, cwd: true, called: true, listens: true })
      child.kill('SIGKILL')
      await new Promise(resolve => child.once('exit', resolve))
      rmSync(absolute)
      calls.length = 0

      const ways = new Set(['process', await ownIsolation()] as const)
      for (const way of ways) {
        const asked = request(eager, { way, runs: [1, 2, 3, 600, 4000] })
        const sights: unknown[] = []
        const over = new AbortController()
        const proof = prove(asked).finally(() => over.abort())
        while (!over.signal.aborted) {
          sights.push(await seen(asked.directory))
          await sleep(2)
        }
        expect(await proof).toMatchObject({ status: 'proven' })
        expect(sights.length).toBeGreaterThan(5)
        expect(new Set(sights.map(sight => JSON.stringify(sight)))).toEqual(
          new Set([JSON.stringify({ absolute: false, cwd: false, called: false, listens: false })]),
        )
      }
    } finally {
      server.close()
    }
  })

  it('tells a linked binary that does not start from a packed one', async () => {
    const wrong = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'wrong')
    writeFileSync(wrong, '#!/bin/sh\necho broken >&2\nexit 3\n', { mode: 0o755 })
    const answer = await prove(request(linked, { linked: wrong }))
    expect(answer).toEqual({
      status: 'linked failed',
      fault: 'exited with 3 with 1 environment variable',
      output: 'broken\n',
    })
  })

  it('names the smallest environment that the packed binary fails in, and those it starts in', async () => {
    const picky = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'picky')
    const script = `[ "$(/usr/bin/env | /usr/bin/wc -l)" -lt 500 ] || exit 127\nexec ${linked}\n`
    writeFileSync(picky, `#!/bin/sh\n${script}`, { mode: 0o755 })
    const answer = await prove(
      request(linked, { packed: picky, runs: [4000, 1001, 600, 4, 3], lanes: 1, segments: null }),
    )
    expect(answer).toMatchObject({ status: 'failed', environments: [] })
    const ordered = await prove(
      request(linked, { packed: picky, runs: [3, 4, 600, 1001], lanes: 1, segments: null }),
    )
    expect(ordered).toEqual({
      status: 'failed',
      fault: 'exited with 127 with 600 environment variables',
      environments: [3, 4],
    })
  })

  it('finds a flipped bit wherever it is in the code and the read-only data', async () => {
    const whole = readFileSync(packed(linked))
    // Of data that the program writes to, nobody can tell in a running program what it began as.
    const [, code, readOnly] = compressedBlocks(whole)
    const within = [code, readOnly].map(block =>
      // Of the coder's first and last bytes some say nothing: to change those changes nothing.
      fc.integer({ min: (block?.start ?? NaN) + 16, max: (block?.end ?? NaN) - 16 }),
    )
    const flipped = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'flipped')
    await fc.assert(
      fc.asyncProperty(fc.oneof(...within), fc.nat({ max: 7 }), async (at, bit) => {
        const bytes = Uint8Array.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        writeFileSync(flipped, bytes, { mode: 0o755 })
        const answer = await prove(
          request(linked, { packed: flipped, runs: [1], limits: { processorMs: 5000, asleepMs: 3000 } }),
        )
        expect(answer.status).toBe('failed')
      }),
      { numRuns: 8 },
    )
  })

  it('compares the program, and not the headers that are loaded with it', async () => {
    const changed = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'changed')
    const bytes = readFileSync(linked)
    const end = Number(bytes.readBigUInt64LE(32)) + bytes.readUInt16LE(56) * bytes.readUInt16LE(54)
    // As after a packer that makes headers of its own: no section headers, and no notes.
    bytes.fill(0, 40, 48)
    bytes.fill(0, 60, 64)
    for (let at = 64; at < end; at += 56) if (bytes.readUInt32LE(at) === 4) bytes.writeUInt32LE(0, at)
    writeFileSync(changed, bytes, { mode: 0o755 })
    expect(await prove(request(linked, { packed: changed, runs: [1] }))).toMatchObject({ status: 'proven' })

    bytes[end] = (bytes[end] ?? 0) ^ 1
    writeFileSync(changed, bytes, { mode: 0o755 })
    expect(await prove(request(linked, { packed: changed, runs: [1] }))).toMatchObject({
      status: 'failed',
      fault: `has other bytes in memory than the linked one, from 0x${(0x400000 + end).toString(16)} on`,
    })
  })

  it('ends what does not end by itself', async () => {
    const endless = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'endless')
    writeFileSync(endless, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 })
    chmodSync(endless, 0o755)
    const answer = await prove(
      request(linked, { packed: endless, runs: [2], limits: { processorMs: 5000, asleepMs: 300 } }),
    )
    expect(answer).toMatchObject({
      status: 'failed',
      fault: 'slept for 0.3 s with 2 environment variables',
    })
  })

  it('ends the programs that it started when the run itself is ended', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
    const endless = path.join(directory, 'endless')
    writeFileSync(endless, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 })
    const { child, stdout } = nodeProcess(`
      import { openCell } from './src/isolation/cell.ts'
      const directory = ${JSON.stringify(directory)}
      const empty = await openCell({ way: 'process', directory, name: 'svc', emulator: null })
      const cell = await empty.fillWith({ endless: ${JSON.stringify(endless)} })
      process.once('SIGTERM', () => process.exit(143))
      console.log(cell.start('endless', {}, 'pipe').child.pid)
    `)
    const pid = Number(await new Promise(resolve => child.stdout?.once('data', resolve)))
    expect(existsSync(`/proc/${pid}`)).toBe(true)
    child.kill('SIGTERM')
    await stdout
    while (existsSync(`/proc/${pid}`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '))
      await sleep(5)
    expect(child.exitCode).toBe(143)
  })

  it('has a price', async () => {
    const { processorMs, memory } = await priceOf(request(linked))
    expect(processorMs.shipped).toBeGreaterThan(processorMs.linked)
    expect(memory.shipped).toBeGreaterThan(memory.linked * 2)
    expect(memory.linked).toBeGreaterThan(50_000)
  })

  it('has the same price on a busy machine', async () => {
    const idle = await priceOf(request(linked))
    const script = 'while :; do :; done'
    const busy = Array.from({ length: 8 }, () => spawn('sh', ['-c', script], { stdio: 'ignore' }))
    try {
      const ways = new Set(['process', await ownIsolation()] as const)
      for (const way of ways) {
        const { processorMs } = await priceOf(request(linked, { way, runs: [1] }))
        // Of wall-clock time it would be several times as much: nine processes want two processors or so.
        expect(processorMs.shipped).toBeLessThan(idle.processorMs.shipped * 3)
        expect(processorMs.shipped).toBeGreaterThan(idle.processorMs.shipped / 3)
      }
    } finally {
      for (const each of busy) each.kill('SIGKILL')
    }
  })

  it('says nothing of a program that somebody stopped or killed: the run ends', async () => {
    for (const [signal, why] of [
      ['STOP', 'it was stopped from outside (SIGSTOP)'],
      ['KILL', 'it was killed (SIGKILL), or memory ran out'],
    ] as const) {
      const victim = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'victim')
      writeFileSync(victim, `#!/bin/sh\nkill -${signal} $$\nexec sleep 60\n`, { mode: 0o755 })
      const limits = { processorMs: 5000, asleepMs: 300 }
      for (const asked of [{ runs: [2] }, { runs: [] }]) {
        const proving = prove(request(linked, { packed: victim, limits, ...asked }))
        await expect(proving).rejects.toBeInstanceOf(Interrupted)
        await expect(proving).rejects.toEqual(aFailure('proof', { why, fix: 'run it again' }))
      }
    }
  })

  it('is the same for a program that a busy machine keeps from running', async () => {
    const slow = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'slow')
    const loop = 'while kill -STOP $$; do sleep 0.2; kill -CONT $$; sleep 0.02; done'
    const script = `#!/bin/sh\n(( ${loop} ) >/dev/null 2>&1 </dev/null & )\nexec ${packed(linked)}\n`
    writeFileSync(slow, script, { mode: 0o755 })
    const limits = { processorMs: 5000, asleepMs: 3000 }
    expect(await prove(request(linked, { packed: slow, segments: null, runs: [1], limits }))).toMatchObject({
      status: 'proven',
    })
  })

  it('ends a program that works for ever', async () => {
    const busy = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'busy')
    writeFileSync(busy, '#!/bin/sh\nwhile :; do :; done\n', { mode: 0o755 })
    const limits = { processorMs: 300, asleepMs: 20_000 }
    expect(await prove(request(linked, { packed: busy, runs: [2], limits }))).toMatchObject({
      status: 'failed',
      fault: 'did not end within 0.3 s of processor time with 2 environment variables',
    })
  })
})

async function priceOf(asked: ProofRequest): Promise<Price> {
  const answer = await prove(asked)
  if (answer.status !== 'proven' || answer.price === null) throw new Error(JSON.stringify(answer))
  return answer.price
}

async function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true))
    socket.on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** What UPX made of the headers and of each segment of a 64-bit ELF, in their order: `b_info` of UPX's src/stub/src/include/linux.h. */
function compressedBlocks(file: Buffer): readonly { readonly start: number; readonly end: number }[] {
  const [ehdr, phdr, linkerInfo, programInfo, blockInfo] = [64, 56, 12, 12, 12]
  const blocks: { readonly start: number; readonly end: number }[] = []
  let at = ehdr + phdr * file.readUInt16LE(56) + linkerInfo + programInfo
  while (file.readUInt32LE(at) > 0) {
    const start = at + blockInfo
    at = start + file.readUInt32LE(at + 4)
    blocks.push({ start, end: at })
  }
  return blocks
}
