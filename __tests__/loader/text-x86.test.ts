import { beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { mutateBytes } from '../../scripts/fuzz/mutate-bytes.ts'
import { generator } from '../../scripts/fuzz/random.ts'
import { BrokenStream } from '../../src/pack/bantam/streams/byte-reader.ts'
import { MARK, type TextView } from '../../src/pack/bantam/text-view.ts'
import { X86_TEXT, x86Scratch } from '../../src/pack/bantam/x86/text.ts'
import { compileC } from '../support/compile-c.ts'
import { goProgram, PRINTLN } from '../support/go-programs.ts'
import { textLoader, type LoadedText, type TextRequest } from '../support/loader-text.ts'
import { describeWith } from '../support/tools.ts'
import { anyX86Text, textOf, type X86Text } from '../support/x86-texts.ts'

const SERVER = 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n'
const BAD_STREAM = 4
const NO_MEMORY = 5

function requestOf({ bytes, address, starts }: X86Text): TextRequest {
  const { streams } = X86_TEXT.encode(bytes, address, starts)
  return { size: bytes.length, address, starts, streams, scratch: x86Scratch(bytes.length, starts) }
}

/** What the TypeScript decoder makes of it: the same, or the same fault. */
function byTypeScript({ streams, size, address, starts }: TextRequest): LoadedText | number {
  try {
    const text = X86_TEXT.decode(streams, size, address, starts)
    return { text, effects: effectsOf(text) }
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(BrokenStream)
    return BAD_STREAM
  }
}

function effectsOf({ bytes, marks }: TextView): readonly number[] {
  const moving = [...marks.keys()].filter(at => (marks[at] ?? 0) & MARK.stack)
  return moving.map(at => X86_TEXT.stackEffect(bytes, at))
}

function differs(left: LoadedText | number, right: LoadedText | number): boolean {
  if (typeof left === 'number' || typeof right === 'number') return left !== right
  const isSame =
    Buffer.compare(left.text.bytes, right.text.bytes) === 0 &&
    Buffer.compare(left.text.marks, right.text.marks) === 0 &&
    left.effects.length === right.effects.length &&
    left.effects.every((effect, index) => effect === right.effects[index])
  return !isSame
}

function isText(result: LoadedText | number | undefined, { bytes }: X86Text): boolean {
  return typeof result === 'object' && Buffer.compare(result.text.bytes, bytes) === 0
}

describeWith(['gcc'], 'text_x86', () => {
  let load: ReturnType<typeof textLoader>
  beforeAll(() => {
    load = textLoader('x86')
  })

  it('rebuilds any text as TypeScript does', () => {
    const texts = fc.sample(anyX86Text, { numRuns: 2000, seed: 3 })
    const requests = texts.map(requestOf)
    const loaded = load(requests)
    const wrong = texts.filter((text, index) => {
      const request = requests[index] as TextRequest
      return !isText(loaded[index], text) || differs(loaded[index] ?? 0, byTypeScript(request))
    })
    expect(wrong.slice(0, 2)).toEqual([])
  })

  it.each(['1.26', '1.21.13'])('rebuilds a program of Go %s', async version => {
    const text = textOf(
      await goProgram(version === '1.26' ? SERVER : PRINTLN, version === '1.26' ? {} : { version }),
    )
    const request = requestOf(text)
    const [loaded = 0] = load([request])
    expect(isText(loaded, text)).toBe(true)
    expect(differs(loaded, byTypeScript(request))).toBe(false)
  })

  it('rebuilds a program in C, of whose functions nothing is known', () => {
    const text = textOf(readFileSync(compileC('container-probe')))
    const request = requestOf(text)
    const [loaded = 0] = load([request])
    expect(isText(loaded, text)).toBe(true)
    expect(differs(loaded, byTypeScript(request))).toBe(false)
  })

  it('rebuilds functions that are longer than its tables', () => {
    const random = generator(9)
    const bytes = Uint8Array.from({ length: 300_000 }, () => random(256))
    for (const starts of [[], [0, 100, 250_000]]) {
      const text = { bytes, address: 0x401000n, starts: Uint32Array.from(starts) }
      const request = requestOf(text)
      const [loaded = 0] = load([request])
      expect(isText(loaded, text)).toBe(true)
      expect(differs(loaded, byTypeScript(request))).toBe(false)
    }
  })

  it('does with altered streams what TypeScript does, and never steps out of bounds', () => {
    const random = generator(5)
    const requests = fc.sample(anyX86Text, { numRuns: 4000, seed: 5 }).map(text => {
      const request = requestOf(text)
      const streams = request.streams.map(stream => (random(8) === 0 ? mutateBytes(stream, random) : stream))
      const size = random(8) === 0 ? Math.max(0, request.size + random(9) - 4) : request.size
      const starts = request.starts.map(start => Math.min(start, size))
      return { ...request, size, starts, streams, scratch: x86Scratch(size, starts) }
    })
    const loaded = load(requests)
    const wrong = requests.filter((request, index) => differs(loaded[index] ?? 0, byTypeScript(request)))
    expect(wrong.slice(0, 2)).toEqual([])
    expect(loaded.filter(result => result === BAD_STREAM).length).toBeGreaterThan(1000)
    expect(loaded.filter(result => typeof result !== 'number').length).toBeGreaterThan(1000)
  })

  it('says where there is no memory', () => {
    const [text] = fc.sample(anyX86Text, { numRuns: 1, seed: 1 })
    const request = requestOf(text as X86Text)
    expect(load([{ ...request, scratch: 0 }])).toEqual([NO_MEMORY])
    expect(load([{ ...request, scratch: request.scratch / 2 }])).toEqual([NO_MEMORY])
  })
})
