import type { TextView } from '../../src/pack/bantam/text-view.ts'
import { askLoader, compileLoader, numberBytes } from './loader-host.ts'

/** What a decoder of text is given. */
export interface TextRequest {
  readonly size: number
  readonly address: bigint
  readonly starts: Uint32Array
  readonly streams: readonly Uint8Array[]
  readonly scratch: number
}

/** Text, and the effects of the instructions that move the stack, in their order. */
export interface LoadedText {
  readonly text: TextView
  readonly effects: readonly number[]
}

/** The loader's decoder of one machine's text, for this machine. It answers with text or with a fault of loader.h. */
export function textLoader(
  machine: 'x86' | 'arm64',
): (requests: readonly TextRequest[]) => readonly (LoadedText | number)[] {
  const quantum = machine === 'x86' ? 1 : 4
  const flags = [`-DTEXT=text_${machine}`, `-DSTACK_EFFECT=stack_effect_${machine}`, `-DQUANTUM=${quantum}`]
  const executable = compileLoader({ main: 'text', sources: [`text_${machine}`], flags })
  return requests => {
    const answers = askLoader(executable, requests.flatMap(written)).values()
    const next = () => answers.next().value ?? Buffer.alloc(0)
    return requests.map(request => {
      const fault = Number(next().readBigUInt64LE())
      return fault === 0 ? loadedText(request, next(), next(), next()) : fault
    })
  }
}

function loadedText(request: TextRequest, bytes: Buffer, marks: Buffer, effects: Buffer): LoadedText {
  const { address, starts } = request
  const text = { bytes: new Uint8Array(bytes), address, starts, marks: new Uint8Array(marks) }
  const count = effects.length / 4
  return { text, effects: Array.from({ length: count }, (_, index) => effects.readInt32LE(4 * index)) }
}

function written({ size, address, starts, streams, scratch }: TextRequest): readonly Uint8Array[] {
  const addressBytes = Buffer.alloc(8)
  addressBytes.writeBigUInt64LE(BigInt.asUintN(64, address))
  const startBytes = Buffer.alloc(4 * starts.length)
  starts.forEach((start, index) => startBytes.writeUInt32LE(start, 4 * index))
  const head = [numberBytes(size), addressBytes, startBytes, numberBytes(scratch)]
  return [...head, numberBytes(streams.length), ...streams]
}
