import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readExecutable } from '../../src/binary/executable.ts'
import { requireStatic } from '../../src/binary/static.ts'
import { PRINTLN, goProgram } from '../support/go-programs.ts'
import { makeElf } from '../support/make-elf.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }

function refusal(bytes: Uint8Array, platform = AMD64): unknown {
  try {
    requireStatic(readExecutable(bytes), bytes, 'proxy', platform, 'given')
    return null
  } catch (error) {
    return error
  }
}

describe('requireStatic', () => {
  it('lets a static Go program through, for its own platform alone', async () => {
    const bytes = await goProgram(PRINTLN)
    expect(refusal(bytes)).toBeNull()
    expect(refusal(bytes, { os: 'linux', architecture: 'arm64' })).toMatchObject({
      code: 'not-static',
      message:
        'proxy cannot run in a scratch image: it is built for amd64, but the platform is linux/arm64; build it for that platform, or set platforms.',
    })
  })

  it('names the loader that a position-independent Go program asks for', async () => {
    const bytes = await goProgram(PRINTLN, { flags: ['-trimpath', '-buildmode=pie'] })
    expect(refusal(bytes)).toEqual(
      aFailure('not-static', {
        why: 'the dynamic loader /lib64/ld-linux-x86-64.so.2',
        fix: '-buildmode=pie',
      }),
    )
  })

  it.each([
    { name: 'an object file', plan: { type: 1 }, says: 'it is an object file' },
    { name: 'a machine that Go does not know', plan: { machine: 4 }, says: 'it is built for machine 4' },
    {
      name: 'a program for another system',
      plan: { abi: 9 },
      says: 'it is built for FreeBSD, but the platform',
    },
    { name: 'a library', plan: { type: 3, entry: 0n }, says: 'it is a library and not a program' },
    { name: 'the 32 bits of x32 on amd64', plan: { bits: 32 as const }, says: 'it is built for machine 62' },
  ])('refuses $name', ({ plan, says }) => {
    expect(refusal(makeElf(plan))).toEqual(aFailure('not-static', { why: says }))
  })
})

describeWith(['gcc'], 'requireStatic of C', () => {
  it.each([
    { name: 'dynamic', flags: [], says: 'it needs libc.so.6, and scratch has no libraries' },
    { name: 'static', flags: ['-static'], says: null },
    { name: 'static and position-independent', flags: ['-static-pie'], says: null },
  ])('knows $name', ({ flags, says }) => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-static-'))
    writeFileSync(
      path.join(directory, 'main.c'),
      '#include <stdio.h>\nint main(void) { return puts("hello"); }\n',
    )
    execFileSync('gcc', [...flags, '-o', 'main', 'main.c'], { cwd: directory })
    const refused = refusal(readFileSync(path.join(directory, 'main')))
    if (says === null) expect(refused).toBeNull()
    else expect(refused).toEqual(aFailure('not-static', { why: says, fix: 'CGO_ENABLED=0' }))
  })
})
