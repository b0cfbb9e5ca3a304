import { describe, expect, it } from '@jest/globals'
import { readBuildInfo } from '../../src/binary/build-info.ts'
import { readElf } from '../../src/binary/elf.ts'
import { readGoFunctions } from '../../src/binary/go-functions.ts'
import { findPclntab } from '../../src/binary/pclntab.ts'
import { functionSymbols } from '../support/elf-symbols.ts'
import { PRINTLN, goProgram } from '../support/go-programs.ts'
import { makeElf } from '../support/make-elf.ts'
import { makePclntab } from '../support/make-pclntab.ts'

const REFLECTIVE = `package main

import "fmt"

type T[A any] struct{ a A }

//go:noinline
func (t T[A]) M() string { return fmt.Sprint(t.a) }

func main() { fmt.Println(T[int]{1}.M(), T[string]{"x"}.M()) }
`

function functionsOf(bytes: Uint8Array) {
  const elf = readElf(bytes)
  const table = findPclntab(elf, bytes)
  return table === null ? null : readGoFunctions(table, elf.littleEndian, readBuildInfo(elf, bytes), null)
}

/** As debug/gosym tells a package from a name; `null` where it does not, or where the compiler made the function. */
function packageOf(symbol: string): string | null {
  return /^(?!type:|go:)(?<path>(?:[^[(]*\/)?[^./[(]+)\./.exec(symbol)?.groups?.['path'] ?? null
}

describe('readGoFunctions', () => {
  it.each([
    { alignment: 32, options: { version: '1.21.13' } },
    { alignment: 32, options: { version: '1.25.14' } },
    { alignment: 64, options: {} },
    { alignment: 64, options: { version: '1.27.4' } },
    { alignment: 64, options: { architecture: 'arm64' } },
  ])(
    'agrees with the symbols of the build that is not stripped, package by package: $options',
    async ({ alignment, options }) => {
      const [stripped, whole] = await Promise.all([
        goProgram(REFLECTIVE, options),
        goProgram(REFLECTIVE, { ...options, flags: ['-trimpath'] }),
      ])
      const ours = new Map<string, number>()
      for (const { package: path, name, bytes } of functionsOf(stripped)?.code ?? []) {
        // What the symbols' names do not tell is not compared: assembly, and what the compiler made.
        if (path === null || packageOf(`${path}.${name}`) === null || /^(?:type|go):|^[^.]*body$/.test(name))
          continue
        ours.set(path, (ours.get(path) ?? 0) + bytes)
      }
      const theirs = new Map<string, { readonly size: number; readonly count: number }>()
      for (const { name, size } of functionSymbols(whole)) {
        const path = packageOf(name)
        if (path === null) continue
        const { size: before, count } = theirs.get(path) ?? { size: 0, count: 0 }
        theirs.set(path, { size: before + size, count: count + 1 })
      }
      expect(theirs.size).toBeGreaterThan(20)
      // Ours has the padding before the next function in it, and start-up code that has no package is the runtime's.
      const apart = [...theirs].filter(([path, { size, count }]) => {
        const difference = (ours.get(path) ?? 0) - size
        return difference < 0 || difference > count * alignment + (path === 'runtime' ? 3_000 : 0)
      })
      expect(apart).toEqual([])
    },
  )

  it('gives each byte of the table to one function, or to nobody', async () => {
    const bytes = await goProgram(PRINTLN)
    const functions = functionsOf(bytes)
    const table = [...(functions?.table ?? [])].reduce((sum, share) => sum + share.bytes, 0)
    const end = functions?.recordsEnd ?? 0
    expect(table).toBeLessThanOrEqual(end)
    // The header, and alignment.
    expect(table).toBeGreaterThan(end * 0.99)
  })

  it('finds none in a table that lies', () => {
    const bytes = makeElf({ segments: [{ type: 1, content: makePclntab() }] })
    expect(functionsOf(bytes)).toBeNull()
  })
})
