import { beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mutateBytes } from '../../scripts/fuzz/mutate-bytes.ts'
import { generator } from '../../scripts/fuzz/random.ts'
import { ARM64_TEXT, arm64Scratch } from '../../src/pack/bantam/arm64/text.ts'
import { BrokenStream } from '../../src/pack/bantam/streams/byte-reader.ts'
import { MARK, type TextView } from '../../src/pack/bantam/text-view.ts'
import { anyText, textOfGo, type MachineText } from '../support/arm64-texts.ts'
import { goProgram, PRINTLN } from '../support/go-programs.ts'
import { textLoader, type LoadedText, type TextRequest } from '../support/loader-text.ts'
import { describeWith } from '../support/tools.ts'

const SERVER = 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe("", nil) }\n'
const BAD_STREAM = 4
const NO_MEMORY = 5

function requestOf({ bytes, address, starts }: MachineText): TextRequest {
  const { streams } = ARM64_TEXT.encode(bytes, address, starts)
  return { size: bytes.length, address, starts, streams, scratch: arm64Scratch(bytes.length, starts) }
}

/** What the TypeScript decoder makes of it: the same, or the same fault. */
function byTypeScript({ streams, size, address, starts }: TextRequest): LoadedText | number {
  try {
    const text = ARM64_TEXT.decode(streams, size, address, starts)
    return { text, effects: effectsOf(text) }
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(BrokenStream)
    return BAD_STREAM
  }
}

function effectsOf({ bytes, marks }: TextView): readonly number[] {
  const moving = [...marks.keys()].filter(at => (marks[at] ?? 0) & MARK.stack)
  return moving.map(at => ARM64_TEXT.stackEffect(bytes, at))
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

describeWith(['gcc'], 'text_arm64', () => {
  let load: ReturnType<typeof textLoader>
  beforeAll(() => {
    load = textLoader('arm64')
  })

  it('rebuilds any text as TypeScript does', () => {
    const texts = fc.sample(anyText, { numRuns: 600, seed: 3 })
    const requests = texts.map(requestOf)
    const loaded = load(requests)
    const wrong = requests.filter((request, index) => differs(loaded[index] ?? 0, byTypeScript(request)))
    expect(wrong).toEqual([])
    expect(
      loaded.every((result, index) => {
        const bytes = texts[index]?.bytes ?? new Uint8Array()
        return typeof result !== 'number' && Buffer.compare(result.text.bytes, bytes) === 0
      }),
    ).toBe(true)
  })

  it.each(['1.26', '1.21.13'])('rebuilds a program of Go %s', async version => {
    const options = version === '1.26' ? {} : { version }
    const text = textOfGo(
      await goProgram(version === '1.26' ? SERVER : PRINTLN, { ...options, architecture: 'arm64' }),
    )
    const request = requestOf(text)
    const [loaded = 0] = load([request])
    expect(differs(loaded, byTypeScript(request))).toBe(false)
    expect(typeof loaded === 'number' ? loaded : Buffer.compare(loaded.text.bytes, text.bytes)).toBe(0)
  })

  it('does with altered streams what TypeScript does, and never steps out of bounds', () => {
    const random = generator(5)
    const requests = fc.sample(anyText, { numRuns: 1000, seed: 5 }).map(text => {
      const request = requestOf(text)
      const streams = request.streams.map(stream => (random(6) === 0 ? mutateBytes(stream, random) : stream))
      const starts = random(5) === 0 ? request.starts.map(start => start ^ random(2 ** 32)) : request.starts
      return { ...request, streams, starts, scratch: arm64Scratch(request.size, starts) }
    })
    const loaded = load(requests)
    const wrong = requests.filter((request, index) => differs(loaded[index] ?? 0, byTypeScript(request)))
    expect(wrong.slice(0, 3)).toEqual([])
    expect(loaded.filter(result => result === BAD_STREAM).length).toBeGreaterThan(100)
    expect(loaded.filter(result => typeof result !== 'number').length).toBeGreaterThan(100)
  })

  it('says where there is no memory', () => {
    const [text] = fc.sample(anyText, { numRuns: 1, seed: 1 })
    const request = requestOf(text as MachineText)
    expect(load([{ ...request, scratch: 0 }])).toEqual([NO_MEMORY])
  })
})
