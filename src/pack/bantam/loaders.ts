import { createHash } from 'node:crypto'
import { LOADER as AMD64 } from './loaders/amd64.ts'
import { LOADER as ARM64 } from './loaders/arm64.ts'
import type { BuiltLoader } from './loaders/built-loader.ts'
import { FORMER } from './loaders/former.ts'
import type { Loader } from './file/packed-elf.ts'

/** The loader of each machine, by Go's name for it. */
export const LOADERS: Readonly<Partial<Record<'amd64' | 'arm64', Loader>>> = {
  amd64: loaderOf(AMD64),
  arm64: loaderOf(ARM64),
}

function loaderOf({ code }: BuiltLoader): Loader {
  return { code: Buffer.from(code, 'base64') }
}

/** Digests of the loaders that read a payload as this Bantam does. */
const KNOWN: ReadonlySet<string> = new Set([
  ...FORMER,
  ...Object.values(LOADERS).map(({ code }) => digestOf(code)),
])

/** Whether code is a loader of this Bantam, or of one before it. What any other code does, nobody can know. */
export function isKnownLoader(code: Uint8Array): boolean {
  return KNOWN.has(digestOf(code))
}

function digestOf(code: Uint8Array): string {
  return createHash('sha256').update(code).digest('hex')
}
