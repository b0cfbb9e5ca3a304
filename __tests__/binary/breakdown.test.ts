import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { breakdownOf } from '../../src/binary/breakdown.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { Failure } from '../../src/failure.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { PRINTLN, buildGoPrograms, goProgram } from '../support/go-programs.ts'
import { makeElf } from '../support/make-elf.ts'
import { bytesOfKind, nodeAt, wrongSums } from '../support/sum.ts'
import { describeWith } from '../support/tools.ts'

/** Something of everything that has a place of its own in a breakdown. */
const RICH = `package main

import (
	"embed"
	"fmt"
	"os"
	"sync"
)

//go:embed *.go
var files embed.FS

type Pair[T any] struct {
	sync.Mutex
	one, other T
}

//go:noinline
func NewPair[T any](one T) *Pair[T] { return &Pair[T]{one: one} }

//go:noinline
func (p *Pair[T]) Swap() { p.Lock(); defer p.Unlock(); p.one, p.other = p.other, p.one }

type Shape interface{ Area() int }
type Square struct{ side int }

//go:noinline
func (s Square) Area() int { return s.side * s.side }

func main() {
	source, _ := files.ReadFile("main.go")
	words, numbers := NewPair(os.Args), NewPair(len(source))
	area := Square{len(source)}.Area
	func() { defer fmt.Println(words, numbers, area()) ; words.Swap(); numbers.Swap() }()
	shapes := []Shape{Square{1}, &Square{2}}
	fmt.Println(shapes, shapes[len(os.Args)-1].Area())
}
`
const INDEPENDENT = ['-buildmode=pie', '-trimpath', '-ldflags=-s -w']
const SIZE_OF_RICH = Buffer.byteLength(RICH)

function weigh(bytes: Uint8Array): Breakdown {
  return breakdownOf(readExecutable(bytes, 'program'), bytes, 'program')
}

function sums(bytes: Uint8Array, breakdown: Breakdown) {
  return { bytes: breakdown.bytes - bytes.byteLength, wrong: wrongSums(breakdown) }
}

const RIGHT = { bytes: 0, wrong: [] }

describe('breakdownOf what Go links', () => {
  it.each([
    { architecture: 'amd64', version: '1.21.13' },
    { architecture: '386', version: '1.21.13' },
    { architecture: 'arm64', version: '1.21.13' },
    { architecture: 'arm', version: '1.21.13' },
    { architecture: 'amd64', version: '1.25.14' },
    { architecture: '386' },
    { architecture: 'arm64' },
    { architecture: 'arm' },
    { architecture: 's390x' },
    { architecture: '386', version: '1.27.4' },
    { architecture: 'arm64', version: '1.27.4' },
    { architecture: 'arm', version: '1.27.4' },
  ])('knows every byte of a small program: %j', async options => {
    const bytes = await goProgram(PRINTLN, options)
    const breakdown = weigh(bytes)
    expect(sums(bytes, breakdown)).toEqual(RIGHT)
    expect(bytesOfKind(breakdown, 'unknown')).toBeLessThan(bytes.byteLength * 0.02)
    expect(bytesOfKind(breakdown, 'pclntab')).toBeLessThan(bytes.byteLength * 0.01)
    expect(bytesOfKind(breakdown, 'std')).toBeGreaterThan(bytes.byteLength * 0.6)
    expect(nodeAt(breakdown, 'example.com/programs', 'example.com/programs/program', 'main')).toMatchObject({
      kind: 'function',
    })
  })

  it.each([
    { name: 'Go 1.18', options: { version: '1.18.10' } },
    { name: 'Go 1.19', options: { version: '1.19.13' } },
    { name: 'Go 1.21', options: { version: '1.21.13' } },
    { name: 'Go 1.24', options: { version: '1.24.13' } },
    { name: 'the Go on PATH', options: {} },
    { name: 'Go 1.27', options: { version: '1.27.4' } },
    { name: 'position-independent', options: { flags: INDEPENDENT } },
    { name: 'position-independent, Go 1.27', options: { version: '1.27.4', flags: INDEPENDENT } },
    { name: 'not stripped, paths not trimmed', options: { flags: [] } },
    { name: '32 bits', options: { architecture: '386' } },
    { name: '32 bits, Go 1.27', options: { architecture: 'arm', version: '1.27.4' } },
  ])('tells functions, types and embedded files: $name', async ({ options }) => {
    const bytes = await goProgram(RICH, options)
    const breakdown = weigh(bytes)
    expect(sums(bytes, breakdown)).toEqual(RIGHT)
    expect(bytesOfKind(breakdown, 'unknown')).toBeLessThan(bytes.byteLength * 0.02)
    const modules = breakdown.children?.filter(({ kind }) => ['main', 'module', 'std'].includes(kind))
    expect(modules?.map(({ name }) => name).sort()).toEqual(['example.com/programs', 'std'])
    const main = nodeAt(breakdown, 'example.com/programs', 'example.com/programs/program')
    const names = main?.children?.map(({ kind, name }) => `${kind} ${name}`) ?? []
    expect(names).toEqual(
      expect.arrayContaining([
        'function main',
        'function NewPair[...]',
        'function (*Pair[...]).Swap',
        'function Square.Area',
        'function (*Square).Area',
        'types types',
        'pclntab names of source files',
      ]),
    )
    expect(new Set(names).size).toBe(names.length)
    const types = nodeAt(breakdown, 'std', 'reflect')?.children?.find(({ kind }) => kind === 'types')
    expect(types?.bytes).toBeGreaterThan(4_000)
    const embedded = nodeAt(breakdown, 'embedded files', 'main.go')?.bytes ?? 0
    expect(embedded - SIZE_OF_RICH).toBeGreaterThanOrEqual(0)
    expect(embedded - SIZE_OF_RICH).toBeLessThanOrEqual(48)
  })

  it('calls debug information and symbols what they are, and not data', async () => {
    const [stripped, whole] = await Promise.all([
      goProgram(PRINTLN),
      goProgram(PRINTLN, { flags: ['-trimpath'] }),
    ])
    const breakdown = weigh(whole)
    const debug = nodeAt(breakdown, 'debug information')
    expect(debug?.kind).toBe('debug')
    expect(debug?.children?.every(({ name }) => /^\.z?debug_/.test(name))).toBe(true)
    expect(nodeAt(breakdown, 'debug information', '.debug_info')?.bytes).toBeGreaterThan(50_000)
    const symbols = nodeAt(breakdown, 'symbols and relocations')
    expect(symbols?.children?.map(({ name }) => name).sort()).toEqual(['.strtab', '.symtab'])
    expect(bytesOfKind(breakdown, 'data')).toBe(bytesOfKind(weigh(stripped), 'data'))
    expect(bytesOfKind(weigh(stripped), 'debug') + bytesOfKind(weigh(stripped), 'symbols')).toBe(0)
  })

  it('names modules with their versions, and keeps the path of one that is replaced', () => {
    const breakdown = weigh(
      buildModule({
        'go.mod':
          'module example.com/service\n\ngo 1.21\n\nrequire example.com/dep.v3 v1.3.0\n\nreplace example.com/dep.v3 => ./elsewhere\n',
        'cmd/api/main.go':
          'package main\n\nimport (\n\t"example.com/dep.v3/deep"\n\t"example.com/service/lib"\n)\n\nfunc main() { deep.Speak(); lib.Speak() }\n',
        'lib/lib.go': speaking('lib'),
        'elsewhere/go.mod': 'module example.com/dep.v3\n\ngo 1.21\n',
        'elsewhere/deep/deep.go': speaking('deep'),
      }),
    )
    expect(breakdown.children?.slice(0, 2)).toMatchObject([
      {
        kind: 'main',
        name: 'example.com/service',
        children: expect.arrayContaining([
          expect.objectContaining({ kind: 'package', name: 'example.com/service/cmd/api' }),
          expect.objectContaining({ kind: 'package', name: 'example.com/service/lib' }),
        ]),
      },
      {
        kind: 'module',
        name: 'example.com/dep.v3',
        version: 'v1.3.0',
        children: [{ kind: 'package', name: 'example.com/dep.v3/deep' }],
      },
    ])
    expect(nodeAt(breakdown, 'example.com/dep.v3', 'example.com/dep.v3/deep', 'Speak')?.kind).toBe('function')
  })

  it('tells a module whose path has no dot from the standard library', () => {
    const breakdown = weigh(
      buildModule({
        'go.mod': 'module log\n\ngo 1.21\n\nrequire tools/gen v0.1.0\n\nreplace tools/gen => ./elsewhere\n',
        'cmd/api/main.go':
          'package main\n\nimport (\n\t"log"\n\t"log/store"\n\t"tools/gen/deep"\n)\n\nfunc main() { log.Print(); deep.Speak(); store.Speak() }\n',
        'store/store.go': speaking('store'),
        'elsewhere/go.mod': 'module tools/gen\n\ngo 1.21\n',
        'elsewhere/deep/deep.go': speaking('deep'),
      }),
    )
    const packagesOf = (name: string) =>
      nodeAt(breakdown, name)
        ?.children?.map(child => child.name)
        .sort()
    expect(packagesOf('log')).toEqual(['log/cmd/api', 'log/store'])
    expect(packagesOf('tools/gen')).toEqual(['tools/gen/deep'])
    expect(packagesOf('std')).toEqual(expect.arrayContaining(['log', 'fmt', 'runtime']))
  })

  it('tells it too where the build lists no modules', () => {
    const files = {
      'src/shop/cmd/api/main.go': 'package main\n\nimport "shop/store"\n\nfunc main() { store.Speak() }\n',
      'src/shop/store/store.go': speaking('store'),
    }
    const breakdown = weigh(
      buildModule(files, 'shop/cmd/api', directory => ({ GOPATH: directory, GO111MODULE: 'off' })),
    )
    expect(nodeAt(breakdown, 'shop', 'shop/store', 'Speak')?.kind).toBe('function')
    expect(nodeAt(breakdown, 'shop/cmd/api', 'shop/cmd/api', 'main')?.kind).toBe('function')
    expect(nodeAt(breakdown, 'std', 'runtime')?.kind).toBe('package')
  })

  it('is the same value each time', async () => {
    const bytes = await goProgram(PRINTLN)
    expect(weigh(bytes)).toEqual(weigh(Uint8Array.from(bytes)))
  })
})

describeWith(['gcc'], 'breakdownOf what C has a part in', () => {
  it('calls what cgo brings C', () => {
    const bytes = buildCgo()
    const breakdown = weigh(bytes)
    expect(sums(bytes, breakdown)).toEqual(RIGHT)
    expect(bytesOfKind(breakdown, 'unknown')).toBeLessThan(bytes.byteLength * 0.02)
    const c = breakdown.children?.find(({ name }) => name === 'C')
    expect(c).toMatchObject({ kind: 'module', children: [{ kind: 'package', name: 'C' }] })
    // The C library that is linked in.
    expect(c?.bytes).toBeGreaterThan(200_000)
    expect(bytesOfKind(breakdown, 'std')).toBeGreaterThan(800_000)
  })

  it('gives the sections of a program that has no Go in it', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-breakdown-'))
    writeFileSync(path.join(directory, 'main.c'), 'int main(void) { return 0; }\n')
    execFileSync('gcc', ['-static', '-o', 'main', 'main.c'], { cwd: directory })
    const bytes = readFileSync(path.join(directory, 'main'))
    rmSync(directory, { recursive: true })
    const breakdown = weigh(bytes)
    expect(sums(bytes, breakdown)).toEqual(RIGHT)
    const kinds = ['data', 'debug', 'symbols', 'header', 'unknown']
    expect(breakdown.children?.map(({ kind }) => kind)).toEqual(kinds)
    expect(nodeAt(breakdown, 'symbols and relocations', '.symtab')?.bytes).toBeGreaterThan(10_000)
    expect(nodeAt(breakdown, 'debug information', '.comment')?.bytes).toBeGreaterThan(10)
    expect(nodeAt(breakdown, 'unknown', '.text')?.bytes).toBeGreaterThan(100_000)
  })
})

describeWith(['upx'], 'breakdownOf what UPX packed', () => {
  it('is what is loaded, since there is nothing else to be seen', async () => {
    const { program } = await buildGoPrograms({ program: PRINTLN })
    const packed = `${program}.packed`
    execFileSync('upx', ['-1', '-qq', '-o', packed, program])
    const bytes = readFileSync(packed)
    const breakdown = weigh(bytes)
    expect(sums(bytes, breakdown)).toEqual(RIGHT)
    expect(bytesOfKind(breakdown, 'unknown')).toBeGreaterThan(bytes.byteLength * 0.9)
  })
})

describe('breakdownOf what is not whole', () => {
  it.each([
    { name: 'headers alone', bytes: makeElf() },
    { name: '32 bits, big endian', bytes: makeElf({ bits: 32, littleEndian: false }) },
    {
      name: 'segments on top of each other',
      bytes: makeElf({
        segments: [
          { type: 1, offset: 0n, content: new Uint8Array(100) },
          { type: 1, offset: 50n, content: new Uint8Array(60) },
        ],
      }),
    },
    { name: 'bytes behind all of it', bytes: Buffer.concat([makeElf(), Buffer.from('appended')]) },
  ])('$name', ({ bytes }) => {
    expect(sums(bytes, weigh(bytes))).toEqual(RIGHT)
  })

  it('sums up to the file, or fails with a sentence, whatever was changed in it', async () => {
    const programs = await Promise.all([
      goProgram(PRINTLN),
      goProgram(PRINTLN, { architecture: '386', version: '1.21.13' }),
      goProgram(RICH, { version: '1.27.4' }),
    ])
    const told = programs.map(bytes => ({ bytes, places: tablesOf(bytes) }))
    const change = fc.record({
      table: fc.nat(),
      at: fc.nat(),
      value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)),
      width: fc.constantFrom(1, 2, 4, 8),
    })
    const plan = fc.record({
      program: fc.nat(programs.length - 1),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
      kept: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 }),
    })
    fc.assert(
      fc.property(plan, ({ program, changes, kept }) => {
        const { bytes, places } = told[program] ?? { bytes: new Uint8Array(), places: [] }
        const changed = Uint8Array.from(bytes)
        for (const { table, at, value, width } of changes) {
          const { start, length } = places[table % places.length] ?? { start: 0, length: 1 }
          changed.fill(value, start + (at % length), start + (at % length) + width)
        }
        const whole = kept === null ? changed : changed.subarray(0, Math.floor(kept * changed.length))
        const breakdown = valueOrFailure(() => weigh(whole))
        if (breakdown instanceof Failure) expect(breakdown.message).toMatch(/^program .*\.$/)
        else expect(sums(whole, breakdown)).toEqual(RIGHT)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)
})

/** Where a change does most: headers, the function table, types, module data. */
function tablesOf(bytes: Uint8Array): readonly { readonly start: number; readonly length: number }[] {
  const { elf } = readExecutable(bytes)
  const wanted = [
    '.gopclntab',
    '.go.module',
    '.go.type',
    '.go.buildinfo',
    '.typelink',
    '.itablink',
    '.noptrdata',
    '.rodata',
  ]
  const sections = elf.sections.filter(({ name }) => wanted.includes(name))
  const table = elf.sections.find(({ name }) => name === '.gopclntab')
  return [
    { start: 0, length: 1024 },
    { start: bytes.length - 1024, length: 1000 },
    ...sections.map(({ offset, size }) => ({ start: offset, length: size })),
    ...(table === undefined ? [] : [{ start: table.offset, length: 80 }]),
  ]
}

function valueOrFailure<Value>(read: () => Value): Value | Failure {
  try {
    return read()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

function speaking(name: string): string {
  return `package ${name}\n\n//go:noinline\nfunc Speak() { println("${name}") }\n`
}

/** Builds a program of these files. */
function buildModule(
  files: Readonly<Record<string, string>>,
  main = './cmd/api',
  env: (directory: string) => Readonly<Record<string, string>> = () => ({}),
): Uint8Array {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-breakdown-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), content)
  }
  const bytes = build(directory, main, { CGO_ENABLED: '0', ...env(directory) }, [])
  rmSync(directory, { recursive: true })
  return bytes
}

/** With the C library in it. */
function buildCgo(): Uint8Array {
  const fixture = path.join(import.meta.dirname, '..', 'fixtures', 'go-cgo')
  const flags = ['-ldflags', '-s -w -linkmode external -extldflags -static']
  return build(fixture, '.', { CGO_ENABLED: '1' }, flags)
}

function build(
  cwd: string,
  main: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[],
): Uint8Array {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-breakdown-'))
  const output = path.join(directory, 'program')
  execFileSync('go', ['build', '-trimpath', ...flags, '-o', output, main], {
    cwd,
    env: { ...process.env, GOFLAGS: '-buildvcs=false', GOTOOLCHAIN: 'local', ...env },
  })
  const bytes = readFileSync(output)
  rmSync(directory, { recursive: true })
  return bytes
}
