import { describe, expect, it } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { smallestProgram } from '../../../src/pack/proof/smallest-program.ts'
import { describeWith } from '../../support/tools.ts'

function write(architecture: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-test-')), 'smallest')
  writeFileSync(file, smallestProgram(architecture) ?? '', { mode: 0o755 })
  return file
}

describe('smallestProgram', () => {
  it('is not known for every machine', () => {
    expect(smallestProgram('s390x')).toBeNull()
  })
})

describeWith(['qemu-x86_64-static', 'qemu-aarch64-static'], 'smallestProgram, started,', () => {
  it.each([
    ['amd64', 'qemu-x86_64-static'],
    ['arm64', 'qemu-aarch64-static'],
  ])('for %s exits 0 and says nothing', (architecture, emulator) => {
    const { status, stdout, stderr } = spawnSync(emulator, [write(architecture)], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
