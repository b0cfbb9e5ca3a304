import { platform } from 'node:os'
import { machine } from '../host/machine.ts'
import type { ListPlatform } from './go-list.ts'

/** The platform of this machine, in the words of Go's list of releases. */
export function listPlatform(): ListPlatform {
  const os = platform() === 'win32' ? 'windows' : platform()
  const own = machine()
  return { os, arch: own === 'arm' ? 'armv6l' : own }
}
