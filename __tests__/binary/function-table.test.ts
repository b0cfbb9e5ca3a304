import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { readElf } from '../../src/binary/elf.ts'
import { readFunctionNames } from '../../src/binary/function-table.ts'
import { buildElfOracle } from '../support/elf-oracle.ts'
import { PRINTLN, buildGoPrograms, goProgram } from '../support/go-programs.ts'

function namesIn(bytes: Uint8Array): ReadonlySet<string> | null {
  return readFunctionNames(readElf(bytes), bytes)
}

describe('readFunctionNames', () => {
  it.each(['amd64', 'arm64', '386', 'mips', 's390x'])(
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

  it('finds the table of a position-independent program, which has no section for it', async () => {
    const bytes = await goProgram(PRINTLN, {
      version: '1.24.13',
      flags: ['-buildmode=pie', '-trimpath', '-ldflags=-s -w'],
    })
    expect(namesIn(bytes)?.has('main.main')).toBe(true)
  })

  it('is null for what Go did not build', () => {
    expect(namesIn(readFileSync(process.execPath))).toBeNull()
  })
})
