import { decodeArm64 } from './decode.ts'
import { encodeArm64 } from './encode.ts'
import { MOST_PATTERNS, STREAMS } from './format.ts'
import { arm64StackEffect } from './marks.ts'
import type { TextCodec } from '../text-view.ts'

/** Machine code of arm64, as Go's compiler writes it best. */
export const ARM64_TEXT: TextCodec = {
  quantum: 4,
  streams: STREAMS,
  encode: encodeArm64,
  decode: decodeArm64,
  stackEffect: arm64StackEffect,
}

/** Of `struct pattern` in loader/text_arm64.c. */
const PATTERN_BYTES = 20

/** How many bytes of scratch `text_arm64` takes, beside its streams. */
export function arm64Scratch(_size: number, _starts: Uint32Array): number {
  return MOST_PATTERNS * PATTERN_BYTES + 16
}
