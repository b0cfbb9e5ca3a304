import { readFileSync } from 'node:fs'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import type { Host } from '../host/host.ts'
import { machine } from '../host/machine.ts'
import { onPath } from '../host/on-path.ts'

/** How this machine starts a platform's binaries. */
export type Starter =
  | { readonly kind: 'native' }
  /** `file`: a static emulator to start them under; `null`: the kernel starts one itself (binfmt_misc). */
  | { readonly kind: 'emulator'; readonly name: string; readonly file: string | null }
  /** A clause: why not, and what to do. */
  | { readonly kind: 'none'; readonly why: string }

/** QEMU's name for a GOARCH. 386 is left out: under QEMU, even binaries that were never packed are unreliable. */
const QEMU: Readonly<Record<string, string>> = {
  amd64: 'x86_64',
  arm: 'arm',
  arm64: 'aarch64',
  loong64: 'loongarch64',
  mips: 'mips',
  mips64: 'mips64',
  mips64le: 'mips64el',
  mipsle: 'mipsel',
  ppc64: 'ppc64',
  ppc64le: 'ppc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
}

const BINFMT = '/proc/sys/fs/binfmt_misc'

/** @param binfmt where the kernel lists its emulators */
export function starterFor(host: Host, platform: Platform, binfmt = BINFMT): Starter {
  const { os, architecture } = platform
  if (process.platform !== os) return { kind: 'none', why: `only ${os} can start it` }
  if (isNative(architecture)) return { kind: 'native' }
  const qemu = emulatorOf(architecture)
  const unstartable = `this machine cannot start ${formatPlatform(platform)}`
  if (qemu === undefined) return { kind: 'none', why: `${unstartable}, and no emulator is reliable there` }
  const name = `qemu-${qemu}-static`
  const file = onPath(host, name)
  if (file !== null) return { kind: 'emulator', name, file }
  if (kernelKnows(binfmt, qemu)) return { kind: 'emulator', name: `qemu-${qemu}`, file: null }
  return {
    kind: 'none',
    why: `${unstartable}: there is no ${name} on PATH, and the kernel has no emulator (docker/setup-qemu-action sets one up)`,
  }
}

/**
 * Whether the kernel itself starts a platform's binaries, also where another emulator is on PATH: an image does not
 * contain that one.
 */
export function kernelStarts({ os, architecture }: Platform, binfmt = BINFMT): boolean {
  if (process.platform !== os) return false
  const qemu = emulatorOf(architecture)
  return isNative(architecture) || (qemu !== undefined && kernelKnows(binfmt, qemu))
}

function isNative(architecture: string): boolean {
  return architecture === machine() || (architecture === '386' && machine() === 'amd64')
}

function emulatorOf(architecture: string): string | undefined {
  return Object.hasOwn(QEMU, architecture) ? QEMU[architecture] : undefined
}

/**
 * Whether binfmt_misc starts it with an emulator that it holds open (flag F), so that an empty root need not contain
 * the emulator.
 */
function kernelKnows(binfmt: string, qemu: string): boolean {
  try {
    const entry = readFileSync(`${binfmt}/qemu-${qemu}`, 'utf8')
    return entry.startsWith('enabled') && /^flags: .*F/m.test(entry)
  } catch {
    return false
  }
}
