import type { Loader } from './packed-elf.ts'

/** The loader of each machine, by Go's name for it. */
export const LOADERS: Readonly<Partial<Record<'amd64' | 'arm64', Loader>>> = {}
