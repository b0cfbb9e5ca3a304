import { beforeAll, describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { LOADERS } from '../../src/pack/bantam/loaders.ts'
import { packBytes } from '../../src/pack/bantam/pack.ts'
import { buildGoPrograms } from '../support/go-programs.ts'
import { compiled, program, run, type RunOptions } from '../support/packed-programs.ts'
import { packRaw } from '../support/raw-packed.ts'
import { describeWith } from '../support/tools.ts'

const GO_PROGRAM = `package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

type node struct{ next *node }

func main() {
	if len(os.Args) > 1 && os.Args[1] == "panic" {
		var start *node
		fmt.Println(start.next)
	}
	if len(os.Args) > 1 && os.Args[1] == "again" {
		self, err := os.Executable()
		if err != nil {
			panic(err)
		}
		output, err := exec.Command(self, "from", "itself").Output()
		fmt.Printf("%s%v\\n", output, err)
		return
	}
	fmt.Println(strings.Join(os.Args[1:], " "), len(os.Environ()))
}
`

function variables(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`VARIABLE_${index}`, `value ${index}`]),
  )
}

/** Enough for a page and more of stack before the auxiliary vector. */
const LARGE = Array.from({ length: 20 }, () => 'x'.repeat(100_000))

const ENVIRONMENTS: readonly { readonly what: string; readonly options: RunOptions }[] = [
  { what: 'nothing', options: {} },
  { what: 'one variable', options: { env: variables(1) } },
  { what: '600 variables', options: { env: variables(600) } },
  { what: '8,000 variables', options: { env: variables(8000) } },
  { what: 'some arguments', options: { args: ['one', '', 'three'] } },
  { what: '2 MB of arguments less 100 kB', options: { args: LARGE.slice(1) } },
]

/** With all filters, as the packer does it. */
async function packed(linked: Uint8Array): Promise<Uint8Array> {
  const made = await packBytes(linked, { loaders: LOADERS, cores: 2 })
  if ('why' in made) throw new Error(made.why)
  return made.bytes
}

interface Architecture {
  readonly name: string
  readonly go: string
  readonly compiler: string
  readonly tools: readonly string[]
  /** What runs a program: the kernel, or an emulator. */
  readonly ways: readonly (readonly string[])[]
}

const ARCHITECTURES: readonly Architecture[] = [
  { name: 'amd64', go: 'amd64', compiler: 'gcc', tools: ['gcc'], ways: [[]] },
  {
    name: 'arm64',
    go: 'arm64',
    compiler: 'aarch64-linux-gnu-gcc',
    tools: ['aarch64-linux-gnu-gcc', 'qemu-aarch64-static'],
    ways: [['qemu-aarch64-static'], ['qemu-aarch64-static', '-p', '65536']],
  },
]

for (const { name, go, compiler, tools, ways } of ARCHITECTURES)
  describeWith([...tools], `a packed program for ${name}`, () => {
    /** Linked and packed, each by the name of what it is. */
    const programs = new Map<string, readonly [linked: string, packed: string]>()

    beforeAll(async () => {
      const built = await buildGoPrograms({ go: GO_PROGRAM }, { architecture: go })
      const all = { Go: readFileSync(built.go), C: compiled('loader-probe', compiler) }
      for (const [language, bytes] of Object.entries(all)) {
        programs.set(language, [program(bytes), program(await packRaw(bytes))])
        programs.set(`${language}, encoded`, [program(bytes), program(await packed(bytes))])
      }
    }, 120_000)

    function bothOf(language: string, options: RunOptions) {
      const [linked = '', packed = ''] = programs.get(language) ?? []
      return [run(linked, options), run(packed, options)] as const
    }

    describe.each(ways.map(by => ({ by })))('run by $by', ({ by }) => {
      const languages = ['C', 'C, encoded', 'Go', 'Go, encoded']
      it.each(languages.flatMap(language => ENVIRONMENTS.map(one => ({ language, ...one }))))(
        'does what the linked one does, in $language, given $what',
        ({ language, options }) => {
          const [linked, packed] = bothOf(language, { ...options, by })
          expect(packed).toEqual(linked)
          expect(packed).toMatchObject({ status: language.startsWith('C') ? 3 : 0, signal: null, stderr: '' })
        },
      )

      it('panics as the linked one does', () => {
        const [linked, packed] = bothOf('Go, encoded', { args: ['panic'], by })
        expect(packed).toEqual(linked)
        expect(packed.status).toBe(2)
        expect(packed.stderr).toContain('nil pointer dereference')
        expect(packed.stderr).toMatch(/main\.go:15/)
      })

      it('finds zeros in the registers', async () => {
        const bytes = compiled('loader-registers', compiler, ['-nostdlib'])
        expect(run(program(bytes), { by }).status).toBe(0)
        expect(run(program(await packRaw(bytes)), { by }).status).toBe(0)
      })
    })

    it('finds itself and starts itself', () => {
      const [, packed] = programs.get('Go, encoded') ?? []
      // An emulator's child is started by the kernel, which cannot run it.
      if (name !== 'amd64') return expect(packed).toBeDefined()
      expect(run(packed ?? '', { args: ['again'] })).toMatchObject({
        status: 0,
        stdout: 'from itself 0\n<nil>\n',
      })
    })
  })

describeWith(['gcc'], 'code that fills its last page', () => {
  it.each([
    { what: 'the end of memory', flags: [] },
    { what: 'another segment', flags: ['-DNEIGHBOR'] },
  ])('is unpacked in front of $what', async ({ flags }) => {
    const bytes = compiled('loader-full-page', 'gcc', ['-nostdlib', '-Wl,--build-id=none', ...flags])
    expect(run(program(bytes)).status).toBe(7)
    expect(run(program(await packed(bytes)))).toEqual({ status: 7, signal: null, stdout: '', stderr: '' })
  })
})
