import { open } from 'node:fs/promises'
import { EI_CLASS, EI_DATA, isElf } from '../binary/elf-constants.ts'

/**
 * Magic, class and byte order; and the kind of machine.
 * https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
 */
const HEADER = 20
const MACHINE = 18

/**
 * Why a packer's output is not worth proving, as a clause about it; `null` where it is a smaller ELF file for the same
 * machine.
 */
export async function packedFileFault(linked: string, packed: string): Promise<string | null> {
  const found = await begin(packed).catch(() => null)
  return found === null ? 'nothing was written' : faultOf(await begin(linked), found)
}

/** The same for bytes that an earlier run or a cache service kept. */
export function packedBytesFault(linked: Uint8Array, packed: Uint8Array): string | null {
  return faultOf(beginOf(linked), beginOf(packed))
}

function faultOf(wanted: Begin, found: Begin): string | null {
  if (!isElf(found.header)) return 'the output is not an ELF file'
  if (!sameMachine(wanted.header, found.header)) return 'the output is for another machine'
  if (found.size >= wanted.size) return `the output is not smaller (${wanted.size} and ${found.size} bytes)`
  return null
}

interface Begin {
  readonly header: Buffer
  readonly size: number
}

function beginOf(bytes: Uint8Array): Begin {
  const header = Buffer.alloc(HEADER)
  header.set(bytes.subarray(0, HEADER))
  return { header, size: bytes.length }
}

async function begin(file: string): Promise<Begin> {
  const handle = await open(file)
  try {
    const header = Buffer.alloc(HEADER)
    await handle.read(header, 0, HEADER, 0)
    return { header, size: (await handle.stat()).size }
  } finally {
    await handle.close()
  }
}

function sameMachine(a: Buffer, b: Buffer): boolean {
  return (
    a[EI_CLASS] === b[EI_CLASS] &&
    a[EI_DATA] === b[EI_DATA] &&
    a.readUInt16LE(MACHINE) === b.readUInt16LE(MACHINE)
  )
}
