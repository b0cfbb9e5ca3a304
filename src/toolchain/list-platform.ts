import { arch, platform } from 'node:os'
import type { ListPlatform } from './go-list.ts'

/** This machine, in the words of Go's list of releases. */
export function listPlatform(): ListPlatform {
  const os = platform() === 'win32' ? 'windows' : platform()
  return { os, arch: LIST_ARCH[arch()] ?? arch() }
}

const LIST_ARCH: Readonly<Record<string, string>> = {
  x64: 'amd64',
  ia32: '386',
  arm: 'armv6l',
  ppc64: 'ppc64le',
}
