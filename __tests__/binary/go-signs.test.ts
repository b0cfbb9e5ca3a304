import { beforeAll, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { breakdownOf } from '../../src/binary/breakdown.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { type Known, isSizeKnown, knownOf } from '../../src/binary/go-signs.ts'
import { compileC } from '../support/compile-c.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { describeWith } from '../support/tools.ts'

function known(bytes: Uint8Array): Known {
  const executable = readExecutable(bytes, 'x')
  return knownOf(executable, bytes, breakdownOf(executable, bytes, 'x'))
}

/** As objcopy leaves it without some section. */
function without(file: string, ...sections: readonly string[]): Buffer {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-signs-')), 'x')
  copyFileSync(file, copy)
  execFileSync('objcopy', [...sections.flatMap(section => ['--remove-section', section]), copy])
  return readFileSync(copy)
}

/** Without its table of sections, as packers leave a file. */
function withoutSections(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeBigUInt64LE(0n, 40)
  copy.fill(0, 58, 64)
  return copy
}

describeWith(['go', 'gcc', 'objcopy'], 'what is known of a program', () => {
  let go: Buffer
  let goFile: string
  let c: Buffer

  beforeAll(async () => {
    const { hello } = await buildGoPrograms({ hello: PRINTLN })
    goFile = hello
    go = readFileSync(hello)
    const folder = mkdtempSync(path.join(tmpdir(), 'bantam-signs-'))
    writeFileSync(path.join(folder, 'main.c'), 'int main(void) { return 0; }\n')
    c = readFileSync(compileC(folder))
  })

  it('its packages, of a program of Go', () => {
    expect(known(go)).toEqual({ kind: 'Go' })
    expect(known(without(goFile, '.go.buildinfo'))).toEqual({ kind: 'Go' })
    expect(known(withoutSections(go))).toEqual({ kind: 'Go' })
  })

  it('its size, of a program of Go whose function table nobody can read', () => {
    const damaged = Buffer.from(go)
    const table = readExecutable(go).elf.sections.find(({ name }) => name === '.gopclntab')
    damaged.fill(0xee, table?.offset, (table?.offset ?? 0) + 64)
    const found = known(damaged)
    expect(found).toMatchObject({ kind: 'unread', size: true })
    expect(isSizeKnown(found)).toBe(true)
  })

  it('that it is none, of a program of C', () => {
    expect(known(c)).toEqual({ kind: 'other' })
  })

  it('nothing, of what has no sections: packers leave it so', () => {
    const found = known(withoutSections(c))
    expect(found).toMatchObject({ kind: 'unread', size: false })
    expect(isSizeKnown(found)).toBe(false)
  })
})

describeWith(['go', 'upx'], 'what UPX packed', () => {
  it('is not known, though its mark was taken out', async () => {
    const { hello } = await buildGoPrograms({ hello: PRINTLN })
    const packed = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-signs-')), 'x')
    execFileSync('upx', ['-q', '-1', '-o', packed, hello], { stdio: 'ignore' })
    const bytes = readFileSync(packed)
    for (let at = bytes.indexOf('UPX!'); at >= 0; at = bytes.indexOf('UPX!')) bytes.write('XXXX', at)
    expect(known(bytes)).toMatchObject({ kind: 'unread', size: false })
  })
})
