import { expect, it } from '@jest/globals'
import { encodePclntab } from '../../src/pack/bantam/pclntab/encode.ts'
import type { PclntabInput } from '../../src/pack/bantam/pclntab/input.ts'
import { pclntabScratch } from '../../src/pack/bantam/pclntab/layout.ts'
import { breakStreams, randomNumbers } from '../support/broken-streams.ts'
import { buildGoPrograms, PRINTLN } from '../support/go-programs.ts'
import { askLoader, compileLoader } from '../support/loader-host.ts'
import { pclntabInput, pclntabRequest } from '../support/pclntab-parts.ts'

const HTTP = 'package main\n\nimport "net/http"\n\nfunc main() { println(http.ListenAndServe(":0", nil)) }\n'
const NO_MEMORY = 5

const program = compileLoader({ main: 'pclntab', sources: ['pclntab', 'pclntab_tables'] })

interface Encoded {
  readonly input: PclntabInput
  readonly streams: readonly Uint8Array[]
  readonly scratch: number
}

async function encodedOf(source: string, options: Parameters<typeof buildGoPrograms>[1]): Promise<Encoded> {
  const { program } = await buildGoPrograms({ program: source }, options)
  const input = pclntabInput(program)
  const streams = input === null ? undefined : encodePclntab(input)?.streams
  if (input === null || streams === undefined) throw new Error('it is not encoded')
  return { input, streams, scratch: pclntabScratch(streams, input.part.length) }
}

const ARCHITECTURES = ['amd64', 'arm64']
const SMALL = ['1.21.13', '1.25.4', '1.27.4'].map(version => ({ version }))

it.each(ARCHITECTURES.flatMap(architecture => SMALL.map(options => ({ architecture, ...options }))))(
  'puts the table of a program together again: $architecture, Go $version',
  async options => {
    const { input, streams, scratch } = await encodedOf(PRINTLN, options)
    const [fault, part] = askLoader(program, pclntabRequest(input, streams, scratch))
    expect(fault?.readUInt32LE()).toBe(0)
    expect(Buffer.compare(part ?? Buffer.alloc(0), input.part)).toBe(0)
  },
  120_000,
)

it.each(ARCHITECTURES.flatMap(architecture => [{ architecture }, { architecture, flags: ['-trimpath'] }]))(
  'puts that of a service together again: %o',
  async options => {
    const { input, streams, scratch } = await encodedOf(HTTP, options)
    const [fault, part] = askLoader(program, pclntabRequest(input, streams, scratch))
    expect(fault?.readUInt32LE()).toBe(0)
    expect(Buffer.compare(part ?? Buffer.alloc(0), input.part)).toBe(0)
  },
  120_000,
)

it.each([{ version: '1.25.4' }, {}])(
  'works where no instruction is known: %o',
  async options => {
    const { input } = await encodedOf(PRINTLN, options)
    const text = { ...input.text, marks: new Uint8Array(input.text.marks.length) }
    const blind = { ...input, text }
    const { streams } = encodePclntab(blind) ?? { streams: [] }
    const scratch = pclntabScratch(streams, input.part.length)
    const [fault, part] = askLoader(program, pclntabRequest(blind, streams, scratch))
    expect(fault?.readUInt32LE()).toBe(0)
    expect(Buffer.compare(part ?? Buffer.alloc(0), input.part)).toBe(0)
  },
  120_000,
)

it('works for a program with C in it', async () => {
  const source = `package main

// int twice(int x) { return 2 * x; }
import "C"

func main() { println(C.twice(4)) }
`
  const flags = ['-trimpath', '-ldflags=-linkmode external -extldflags -static -s -w']
  const { input, streams, scratch } = await encodedOf(source, { flags, env: { CGO_ENABLED: '1' } })
  const [fault, part] = askLoader(program, pclntabRequest(input, streams, scratch))
  expect(fault?.readUInt32LE()).toBe(0)
  expect(Buffer.compare(part ?? Buffer.alloc(0), input.part)).toBe(0)
}, 120_000)

it('says where there is too little memory', async () => {
  const { input, streams, scratch } = await encodedOf(PRINTLN, {})
  const [fault] = askLoader(program, pclntabRequest(input, streams, scratch / 2))
  expect(fault?.readUInt32LE()).toBe(NO_MEMORY)
}, 120_000)

it.each([{ version: '1.25.4' }, { version: '1.26.8' }, { version: '1.27.4', architecture: 'arm64' }])(
  'stays within its bounds with damaged streams: %o',
  async options => {
    const { input, streams, scratch } = await encodedOf(PRINTLN, options)
    const random = randomNumbers(5)
    let refused = 0
    for (let run = 0; run < 12; run++) {
      const requests = Array.from({ length: 10 }, () =>
        pclntabRequest(input, breakStreams(streams, random), scratch),
      )
      const answers = askLoader(program, requests.flat())
      refused += answers.filter((answer, index) => index % 2 === 0 && answer.readUInt32LE() !== 0).length
    }
    expect(refused).toBeGreaterThan(40)
  },
  300_000,
)
