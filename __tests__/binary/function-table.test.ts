import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { PT_LOAD } from '../../src/binary/elf-constants.ts'
import { readElf } from '../../src/binary/elf.ts'
import { readFunctionNames } from '../../src/binary/function-table.ts'
import { buildElfOracle } from '../support/elf-oracle.ts'
import { PRINTLN, buildGoPrograms, goProgram } from '../support/go-programs.ts'
import { makeElf } from '../support/make-elf.ts'
import { makePclntab } from '../support/make-pclntab.ts'

/** Where an ELF header of 64 bits says where the section headers are. */
const E_SHOFF = 40

function namesIn(bytes: Uint8Array): ReadonlySet<string> | null {
  return readFunctionNames(readElf(bytes), bytes)
}

describe('readFunctionNames', () => {
  it.each(['amd64', 'arm64', '386', 's390x'])(
    'has every function that debug/gosym has: %s',
    async architecture => {
      const ask = await buildElfOracle()
      const { program } = await buildGoPrograms({ program: PRINTLN }, { architecture })
      const { Functions: functions } = await ask(program)
      const names = namesIn(readFileSync(program))
      expect(functions?.length).toBeGreaterThan(500)
      expect(functions?.filter(name => !names?.has(name))).toEqual([])
      expect(names?.has('main.main')).toBe(true)
      expect(names?.has('')).toBe(false)
    },
  )

  it('has a function that is inlined wherever it is called', async () => {
    const source = 'package main\n\nimport "os"\n\nfunc main() { println(os.TempDir()) }\n'
    const ask = await buildElfOracle()
    const { program } = await buildGoPrograms({ program: source })
    const { Functions: functions } = await ask(program)
    expect(functions).not.toContain('os.TempDir')
    expect(namesIn(readFileSync(program))?.has('os.TempDir')).toBe(true)
  })

  it.each([
    { name: 'as it is', flags: [] },
    { name: 'position-independent', flags: ['-buildmode=pie'] },
  ])('finds the table of a program without section headers too: $name', async ({ flags }) => {
    const bytes = await goProgram(PRINTLN, { flags: [...flags, '-trimpath', '-ldflags=-s -w'] })
    const names = namesIn(bytes)
    const headless = Buffer.from(bytes)
    headless.fill(0, E_SHOFF, E_SHOFF + 8)
    expect(readElf(headless).sections).toEqual([])
    expect(namesIn(headless)).toEqual(names)
    expect(names?.has('main.main')).toBe(true)
  })

  it('gives up on more names than any program has', () => {
    const named = (count: number) => {
      const content = makePclntab({ names: Buffer.alloc(2 * count, 'f\0') })
      return namesIn(makeElf({ segments: [{ type: PT_LOAD, content }] }))
    }
    expect(named(1_000_000)).toEqual(new Set(['f']))
    expect(named(2_000_000)).toBeNull()
  })

  it('is null for what Go did not build', () => {
    expect(namesIn(readFileSync(process.execPath))).toBeNull()
  })
})
