import type { PartKind } from './payload.ts'
import type { TextCodec } from './text-view.ts'

type TextKind = Extract<PartKind, 'x86 text' | 'arm64 text'>

/** How the code of each machine is encoded. The code of others stays as it is. */
export const TEXT_CODECS: Readonly<Partial<Record<TextKind, TextCodec>>> = {}

/** The kind of a machine's text, by Go's name for the machine. */
export const TEXT_KINDS: Readonly<Record<'amd64' | 'arm64', TextKind>> = {
  amd64: 'x86 text',
  arm64: 'arm64 text',
}
