import { describe, expect, it } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os, { tmpdir } from 'node:os'
import path from 'node:path'
import type { Elf } from '../../src/binary/elf.ts'
import type { Executable } from '../../src/binary/executable.ts'
import { planProof } from '../../src/proof/proof-plan.ts'
import { machine } from '../../src/host/machine.ts'
import { testHost } from '../support/host.ts'

const ELF: Elf = {
  bits: 64,
  littleEndian: true,
  abi: 0,
  type: 2,
  machine: 62,
  architecture: 'amd64',
  entry: 0n,
  segments: [],
  sections: [],
  interpreter: null,
  neededLibraries: [],
  isPie: false,
}

function builtBy(goVersion: string | null): Executable {
  const buildInfo =
    goVersion === null ? null : { goVersion, path: null, main: null, dependencies: [], settings: {} }
  return { elf: ELF, buildInfo, needs: null }
}

const HERE = { os: 'linux', architecture: machine() }

/** A PATH of its own, with such programs in it. */
function hostWith(...programs: readonly string[]) {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-path-'))
  for (const program of programs) writeFileSync(path.join(directory, program), '', { mode: 0o755 })
  return { host: testHost({ env: { PATH: directory } }), directory }
}

describe('planProof', () => {
  it.each(['go1.19', 'go1.21.13', 'go1.26.8', 'go1.26rc1', 'devel go1.27-abcdef', 'go1.26.8 X:nogreenteagc'])(
    'can prove what %s built',
    goVersion => {
      const plan = planProof(testHost(), {
        executable: builtBy(goVersion),
        platform: HERE,
        smokeTested: false,
      })
      expect(plan).toEqual({
        kind: 'proof',
        starter: { kind: 'native' },
        on: `${os.release()} ${machine()} native`,
      })
    },
  )

  it.each([
    [null, 'Go did not build it'],
    ['go1.18.10', 'it was built by go1.18.10, and the proof works only for Go 1.19 and newer'],
    ['devel +0123456', 'it was built by devel +0123456, and the proof works only for Go 1.19 and newer'],
  ])('leaves to the smoke test what %s built', (goVersion, why) => {
    const asked = { executable: builtBy(goVersion), platform: HERE }
    expect(planProof(testHost(), { ...asked, smokeTested: true })).toMatchObject({ kind: 'smoke test', why })
    expect(planProof(testHost(), { ...asked, smokeTested: false })).toEqual({
      kind: 'impossible',
      why: `${why}, and it has no smoke test (smoke-args or smoke-http)`,
    })
  })

  it('needs an emulator for a foreign platform', () => {
    const platform = { os: 'linux', architecture: machine() === 'ppc64le' ? 'amd64' : 'ppc64le' }
    const asked = { executable: builtBy('go1.26.8'), platform, smokeTested: false }
    const name = platform.architecture === 'amd64' ? 'qemu-x86_64-static' : 'qemu-ppc64le-static'
    expect(planProof(hostWith().host, asked)).toMatchObject({
      kind: 'impossible',
      why: expect.stringMatching(
        `^this machine cannot start linux/${platform.architecture}: there is no ${name} on PATH`,
      ),
    })
    const { host, directory } = hostWith(name)
    expect(planProof(host, asked)).toEqual({
      kind: 'proof',
      starter: { kind: 'emulator', name, file: path.join(directory, name) },
      on: `${os.release()} ${machine()} ${name}`,
    })
  })

  it('starts 386 on amd64 as it is, and trusts no emulator with it elsewhere', () => {
    const platform = { os: 'linux', architecture: '386' }
    const plan = planProof(hostWith('qemu-i386-static').host, {
      executable: builtBy('go1.26.8'),
      platform,
      smokeTested: false,
    })
    expect(plan).toMatchObject(
      machine() === 'amd64' || machine() === '386'
        ? { kind: 'proof', starter: { kind: 'native' } }
        : { kind: 'impossible', why: expect.stringContaining('no emulator is reliable there') },
    )
  })

  it('starts nothing that is not for this system', () => {
    const platform = { os: 'plan9', architecture: 'amd64' }
    expect(planProof(testHost(), { executable: builtBy('go1.26.8'), platform, smokeTested: false })).toEqual({
      kind: 'impossible',
      why: 'only plan9 can start it',
    })
  })
})
