import { beforeAll, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { LOADERS } from '../../src/pack/bantam/loaders.ts'
import { packBytes } from '../../src/pack/bantam/pack.ts'
import { unpackBytes } from '../../src/pack/bantam/unpack.ts'
import { buildGoPrograms } from '../support/go-programs.ts'
import { compiled, program, run } from '../support/packed-programs.ts'
import { describeWith } from '../support/tools.ts'

const FIXTURES = path.resolve(import.meta.dirname, '..', 'fixtures')
const CONDUCT = readFileSync(path.join(FIXTURES, 'loader-conduct', 'main.go'), 'utf8')

/** The names of its functions are needed in a static program that has C in it. */
const CGO = `package main

/*
#include <stdlib.h>
static __thread int calls = 40;
static int called(void) { return ++calls; }
*/
import "C"

func main() {
	defer func() { println("recovered", recover() != nil, C.called()) }()
	println("called", C.called(), C.abs(-7))
	var nothing *int
	*nothing = 1
}
`

interface Both {
  readonly linked: string
  readonly packed: string
}

async function both(linked: Uint8Array): Promise<Both> {
  const made = await packBytes(linked, { loaders: LOADERS, cores: 2 })
  if ('why' in made) throw new Error(made.why)
  const back = unpackBytes(made.bytes)
  if ('why' in back || Buffer.compare(back.linked, linked) !== 0) throw new Error('it does not come back')
  return { linked: program(linked), packed: program(made.bytes) }
}

/** Starts a program, and sends it a signal as soon as it says something. */
function signaled(file: string, mode: string, name: NodeJS.Signals) {
  return new Promise(resolve => {
    const child = spawn(file, [mode], { env: {} })
    let [stdout, stderr] = ['', '']
    child.stdout.once('data', () => child.kill(name))
    child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)))
    child.stderr.on('data', (chunk: Buffer) => (stderr += String(chunk)))
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }))
  })
}

describeWith(['go', 'gcc'], 'a packed program', () => {
  let go: Both
  let cgo: Both
  let c: Both

  beforeAll(async () => {
    const [plain, withC] = await Promise.all([
      buildGoPrograms({ conduct: CONDUCT }),
      buildGoPrograms(
        { cgo: CGO },
        {
          flags: ['-trimpath', '-ldflags=-s -w -linkmode=external -extldflags=-static'],
          env: { CGO_ENABLED: '1' },
        },
      ),
    ])
    go = await both(readFileSync(plain.conduct))
    cgo = await both(readFileSync(withC.cgo))
    c = await both(compiled('loader-libc', 'gcc', ['-O2', '-pthread']))
  }, 240_000)

  it.each([
    { mode: 'exit', ends: { status: 41, stdout: '', stderr: '' } },
    { mode: 'panic', ends: { status: 2, stderr: expect.stringMatching(/main\.follow\([^]*main\.go:77/) } },
    { mode: 'fault', ends: { status: 0, stdout: expect.stringContaining('nil pointer') } },
    { mode: 'collect', ends: { status: 0, stdout: '804\n' } },
    { mode: 'where', ends: { status: 0, stdout: expect.stringContaining('main.main 56\n') } },
    { mode: 'again', ends: { status: 41, stdout: '"" exit status 41\n' } },
  ])('does what the linked one does: $mode', ({ mode, ends }) => {
    const linked = run(go.linked, { args: [mode] })
    expect(run(go.packed, { args: [mode] })).toEqual(linked)
    expect(linked).toMatchObject(ends)
  })

  it.each([
    { mode: 'wait', ends: { status: 7, signal: null, stdout: 'ready\nterminated\n', stderr: '' } },
    { mode: 'sleep', ends: { status: null, signal: 'SIGTERM', stdout: 'ready\n', stderr: '' } },
  ])('gets SIGTERM as the linked one does, two at once: $mode', async ({ mode, ends }) => {
    const files = [go.linked, go.packed, go.packed]
    const all = await Promise.all(files.map(file => signaled(file, mode, 'SIGTERM')))
    expect(all).toEqual([ends, ends, ends])
  })

  it('names its functions in a profile', async () => {
    const profile = await new Promise<Buffer>(resolve => {
      const chunks: Buffer[] = []
      const child = spawn(go.packed, ['profile'], { env: {} })
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
      child.on('close', () => resolve(Buffer.concat(chunks)))
    })
    const text = gunzipSync(profile).toString('latin1')
    expect(text).toContain('main.burn')
    expect(text).toContain('main.main')
  })

  it('has thread-local memory, IFUNC, the vDSO and a handler of SIGSEGV, in C', () => {
    const linked = run(c.linked)
    expect(run(c.packed)).toEqual(linked)
    expect(linked).toMatchObject({
      status: 5,
      stdout: expect.stringContaining('thread-local 40 0, chosen 2'),
    })
    expect(linked.stdout).toContain('signal 11 at 0x10')
  })

  it('calls C from Go', () => {
    const linked = run(cgo.linked)
    expect(run(cgo.packed)).toEqual(linked)
    expect(linked).toMatchObject({ status: 0, stderr: 'called 41 7\nrecovered true 42\n' })
  })
})
