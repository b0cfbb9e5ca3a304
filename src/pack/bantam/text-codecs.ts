import { ARM64_TEXT } from './arm64/text.ts'
import type { PartKind } from './file/payload.ts'
import type { TextCodec } from './text-view.ts'
import { X86_TEXT } from './x86/text.ts'

export type TextKind = Extract<PartKind, 'x86 text' | 'arm64 text'>

export type TextCodecs = Readonly<Partial<Record<TextKind, TextCodec>>>

/** How the code of each machine is encoded. The code of others stays as it is. */
export const TEXT_CODECS: TextCodecs = { 'x86 text': X86_TEXT, 'arm64 text': ARM64_TEXT }

/** The kind of a machine's text, by Go's name for the machine. */
export const TEXT_KINDS: Readonly<Record<'amd64' | 'arm64', TextKind>> = {
  amd64: 'x86 text',
  arm64: 'arm64 text',
}
