import type { TextCodec } from './text-view.ts'
import { decodeX86 } from './x86-decode.ts'
import { encodeX86 } from './x86-encode.ts'
import { stackEffectOf } from './x86-instruction.ts'
import { STREAMS } from './x86-streams.ts'

/** x86-64: instructions of 1 to 15 bytes. */
export const X86_TEXT: TextCodec = {
  quantum: 1,
  streams: STREAMS,
  encode: encodeX86,
  decode: decodeX86,
  stackEffect: stackEffectOf,
}
