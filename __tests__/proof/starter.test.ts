import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Platform } from '../../src/declare/platform.ts'
import { machine } from '../../src/host/machine.ts'
import { kernelStarts, starterFor } from '../../src/proof/starter.ts'
import { testHost } from '../support/host.ts'

/** Not the machine of anyone who runs these tests. */
const FOREIGN: Platform = { os: 'linux', architecture: 's390x' }

/** A directory of binfmt_misc, with an entry for the foreign platform. */
function kernelWith(entry: string): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-binfmt-'))
  writeFileSync(path.join(directory, 'qemu-s390x'), entry)
  return directory
}

const ENTRY = 'enabled\ninterpreter /usr/bin/qemu-s390x-static\nflags: OCF\noffset 0\n'
const NONE = kernelWith('disabled\n')

/** A host with nothing on PATH, or with Debian's emulator. */
function hostWith(hasEmulator: boolean) {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-path-'))
  if (hasEmulator) writeFileSync(path.join(directory, 'qemu-s390x-static'), '', { mode: 0o755 })
  return testHost({ env: { PATH: directory } })
}

describe('starterFor', () => {
  it('starts what is of this machine itself', () => {
    expect(starterFor(hostWith(false), { os: 'linux', architecture: machine() }, NONE).kind).toBe('native')
  })

  it('prefers an emulator on PATH, then that of the kernel, and says what it lacks otherwise', () => {
    const kernel = kernelWith(ENTRY)
    expect(starterFor(hostWith(true), FOREIGN, kernel)).toMatchObject({
      kind: 'emulator',
      file: expect.stringMatching(/\/qemu-s390x-static$/),
    })
    expect(starterFor(hostWith(false), FOREIGN, kernel)).toEqual({
      kind: 'emulator',
      name: 'qemu-s390x',
      file: null,
    })
    expect(starterFor(hostWith(false), FOREIGN, NONE)).toEqual({
      kind: 'none',
      why: expect.stringContaining('there is no qemu-s390x-static on PATH'),
    })
  })
})

describe('kernelStarts', () => {
  it.each<[string, Platform, string, boolean]>([
    ['what is of this machine', { os: 'linux', architecture: machine() }, NONE, true],
    ['what the kernel has an emulator for', FOREIGN, kernelWith(ENTRY), true],
    ['nothing by an emulator that the image lacks', FOREIGN, kernelWith(ENTRY.replace('OCF', 'OC')), false],
    ['nothing by an emulator that is turned off', FOREIGN, NONE, false],
    ['nothing of another system', { os: 'windows', architecture: machine() }, NONE, false],
    ['nothing that no emulator knows', { os: 'linux', architecture: 'wasm' }, NONE, false],
  ])('starts %s', (_, platform, kernel, starts) => {
    expect(kernelStarts(platform, kernel)).toBe(starts)
  })
})
