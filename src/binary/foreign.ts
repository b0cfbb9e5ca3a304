import { formatPlatform, type Platform } from '../declare/platform.ts'
import type { BuildInfo } from './build-info.ts'
import { PT_NOTE } from './elf-constants.ts'
import type { Elf } from './elf.ts'
import { orWhenOutOfBytes, text, words } from './words.ts'
import { variantOf } from './variant.ts'

/** A limit far above the number of notes that linkers write. */
const MAX_NOTES = 64
const MAX_OWNER = 32

/** `e_ident[EI_OSABI]`; Linux has 0 and 3. https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html */
const ABIS: Readonly<Record<number, string>> = {
  1: 'HP-UX',
  2: 'NetBSD',
  6: 'Solaris',
  7: 'AIX',
  9: 'FreeBSD',
  12: 'OpenBSD',
}

/** Systems that put their own note into each of their programs. */
const NOTE_OWNERS: readonly string[] = ['FreeBSD', 'NetBSD', 'OpenBSD', 'DragonFly']

/**
 * Describes what an ELF file was built for, if that does not match the platform: another machine, another system, or a
 * newer processor. Returns `null` if the file fits the platform.
 */
export function madeFor(
  elf: Elf,
  bytes: Uint8Array,
  buildInfo: BuildInfo | null,
  platform: Platform,
): string | null {
  const { machine, architecture } = elf
  if (architecture !== platform.architecture)
    return architecture ?? `machine ${machine}, which Go does not know`
  const system = systemOf(elf, bytes, buildInfo)
  if (system !== null) return system
  const level = levelBeyond(elf, buildInfo, platform)
  return architecture === 'arm' ? level : null
}

/**
 * Returns the platform of the processors that a Go program requires, if the image's platform promises less. On an older
 * processor such a program exits at once. Only for arm do all runtimes choose an image by this level.
 */
export function levelBeyond(
  { architecture }: Elf,
  buildInfo: BuildInfo | null,
  platform: Platform,
): string | null {
  const level = variantOf(architecture, buildInfo)
  const [asked, had] = [numberOf(level), numberOf(platform.variant)]
  return level !== null && asked !== null && asked > (had ?? LEAST[platform.architecture] ?? Infinity)
    ? formatPlatform({ ...platform, variant: level })
    : null
}

/** The level that a platform without a variant has. */
const LEAST: Readonly<Record<string, number>> = { amd64: 1, arm: 7, arm64: 8 }

function numberOf(variant: string | null | undefined): number | null {
  const number = /^v(\d+)$/.exec(variant ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

/** Returns `null` for Linux, or when nothing in the file shows another system. */
function systemOf(elf: Elf, bytes: Uint8Array, buildInfo: BuildInfo | null): string | null {
  const goos = buildInfo?.settings['GOOS'] ?? 'linux'
  if (/^[a-z0-9]{1,16}$/.test(goos) && goos !== 'linux') return goos
  return ABIS[elf.abi] ?? noteOwners(elf, bytes).find(owner => NOTE_OWNERS.includes(owner)) ?? null
}

function noteOwners({ segments, littleEndian }: Elf, bytes: Uint8Array): readonly string[] {
  const owners: string[] = []
  const file = words(bytes, 4, littleEndian)
  const read = () => {
    for (const { offset, fileSize } of segments.filter(({ type }) => type === PT_NOTE)) {
      for (let at = offset; at + 12 <= offset + fileSize && owners.length < MAX_NOTES;) {
        const [name, description] = [file.u32(at), file.u32(at + 4)]
        owners.push(text(bytes, at + 12, Math.min(name, MAX_OWNER)))
        at += 12 + aligned(name) + aligned(description)
      }
    }
    return owners
  }
  return orWhenOutOfBytes(read, () => owners)
}

function aligned(size: number): number {
  return Math.ceil(size / 4) * 4
}
