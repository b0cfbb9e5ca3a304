import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { IsolationWay } from '../../src/isolation/isolation.ts'
import { buildGo } from '../support/pack-requests.ts'
import { proveBy, withoutUserNamespaces } from '../support/prove-by.ts'
import { becoming, type Runner } from '../support/smoke-test-by.ts'
import { describeWith } from '../support/tools.ts'

/**
 * The runtime calls its hook in every write, also in the one that reports why it stops: before any proof can end it, this
 * program writes a file, kills processes and calls a port. Without the runtime's stack or scheduler it may make system
 * calls only.
 */
function hooked(marker: string, pid: number, port: number): Readonly<Record<string, string>> {
  return {
    'main.go': `package main

import (
	"syscall"
	"unsafe"
)

//go:linkname overrideWrite runtime.overrideWrite
var overrideWrite func(fd uintptr, p unsafe.Pointer, n int32) int32 = hook

var marker = [...]byte{${[...Buffer.from(`${marker}\0`)].join(', ')}}
var address = [16]byte{2, 0, ${port >> 8}, ${port & 255}, 127, 0, 0, 1}

//go:nosplit
func hook(fd uintptr, p unsafe.Pointer, n int32) int32 {
	syscall.RawSyscall6(syscall.SYS_OPENAT, 0, uintptr(unsafe.Pointer(&marker)), syscall.O_CREAT|syscall.O_WRONLY, 0666, 0, 0)
	syscall.RawSyscall(syscall.SYS_KILL, ${pid}, 9, 0)
	if s, _, err := syscall.RawSyscall(syscall.SYS_SOCKET, syscall.AF_INET, syscall.SOCK_STREAM, 0); err == 0 {
		syscall.RawSyscall(syscall.SYS_CONNECT, s, uintptr(unsafe.Pointer(&address)), 16)
		syscall.RawSyscall(syscall.SYS_CLOSE, s, 0, 0)
	}
	written, _, _ := syscall.RawSyscall(syscall.SYS_WRITE, fd, uintptr(p), uintptr(n))
	return int32(written)
}

func main() {}
`,
  }
}

describeWith(['go', 'upx', 'setpriv', 'unshare', 'sudo'], 'a program that hooks the runtime', () => {
  const sleepers: ChildProcess[] = []
  let server: Server
  let calls = 0
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-hook-'))
  chmodSync(directory, 0o777)
  const marker = path.join(directory, 'marker')

  beforeAll(async () => {
    server = createServer(socket => {
      calls++
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
  })
  afterAll(() => {
    server.close()
    for (const sleeper of sleepers) sleeper.kill('SIGKILL')
  })

  /** A process of the one who proves, so that they may kill it. */
  function sleeper(runner: Runner): ChildProcess {
    const prefix = runner === 'own' ? [] : becoming('nobody')
    const [command, ...args] = [...prefix, 'sleep', '600'] as const
    const child = spawn(command, args, { stdio: 'ignore' })
    sleepers.push(child)
    return child
  }

  async function proven(runner: Runner, restricted: boolean, way: IsolationWay | null, othersCode: boolean) {
    const victim = sleeper(runner)
    const { port } = server.address() as AddressInfo
    const linked = buildGo(hooked(marker, victim.pid ?? 0, port))
    chmodSync(path.dirname(linked), 0o755)
    calls = 0
    rmSync(marker, { force: true })
    const prefix = restricted ? withoutUserNamespaces(becoming(runner)) : becoming(runner)
    const { way: found, outcome } = await proveBy(prefix, way, linked, othersCode)
    await new Promise(resolve => setTimeout(resolve, 50))
    const killed = victim.exitCode !== null || victim.signalCode !== null
    return { way: found, outcome, reached: { marker: existsSync(marker), killed, called: calls > 0 } }
  }

  const NOTHING = { marker: false, killed: false, called: false }
  const possible = process.getuid?.() === 0 ? it : it.skip

  possible.each<{ by: string; runner: Runner; restricted: boolean; way: IsolationWay }>([
    { by: 'root', runner: 'own', restricted: false, way: 'root' },
    { by: 'an ordinary user', runner: 'nobody', restricted: false, way: 'user' },
    { by: 'an ordinary user, through sudo', runner: 'nobody with sudo', restricted: true, way: 'sudo' },
  ])('reaches nothing where it is proven by $by', async ({ runner, restricted, way }) => {
    const seen = await proven(runner, restricted, null, true)
    expect(seen.way).toBe(way)
    expect(seen.reached).toEqual(NOTHING)
    expect(seen.outcome.proof).toMatchObject({ status: 'proven', isolation: 'namespaces' })
  })

  possible('is not started at all without namespaces, where a pull request may have added it', async () => {
    const seen = await proven('nobody', true, null, true)
    expect(seen.way).toBe('process')
    expect(seen.reached).toEqual(NOTHING)
    expect(seen.outcome.pack).toMatchObject({
      status: 'unpacked',
      reason: expect.stringMatching(/^it cannot be proven: this machine does not let Bantam make namespaces/),
    })
    expect(seen.outcome.proof.status).toBe('not run')
  })

  // What it reaches is the user's own: and that what is looked for would be seen.
  possible('reaches everything in an ordinary process, which only accepted code gets', async () => {
    const seen = await proven('nobody', true, null, false)
    expect(seen.way).toBe('process')
    expect(seen.reached).toEqual({ marker: true, killed: true, called: true })
    expect(seen.outcome.proof.isolation).toBe('process')
  })
})
