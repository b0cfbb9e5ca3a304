import { LOADER as AMD64 } from './loaders/amd64.ts'
import { LOADER as ARM64 } from './loaders/arm64.ts'
import type { BuiltLoader } from './loaders/built-loader.ts'
import type { Loader } from './packed-elf.ts'

/** The loader of each machine, by Go's name for it. */
export const LOADERS: Readonly<Partial<Record<'amd64' | 'arm64', Loader>>> = {
  amd64: loaderOf(AMD64),
  arm64: loaderOf(ARM64),
}

function loaderOf({ code }: BuiltLoader): Loader {
  return { code: Buffer.from(code, 'base64') }
}
