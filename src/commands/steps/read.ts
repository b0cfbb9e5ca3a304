import { readFile } from 'node:fs/promises'
import { breakdownOf } from '../../binary/breakdown.ts'
import type { EmbeddedFile } from '../../binary/embedded-file.ts'
import { readExecutable, type Executable } from '../../binary/executable.ts'
import { requireStatic } from '../../binary/static.ts'
import type { LinkedBinary } from '../../compile/linked-binary.ts'
import type { Platform } from '../../declare/platform.ts'
import { clause } from '../../clause.ts'
import { input } from '../../declare/input-part.ts'
import { Failure } from '../../failure.ts'
import type { Breakdown } from '../../weigh-in/breakdown.ts'
import { whyNotRead } from '../../host/why-not-read.ts'

/** A linked binary, and what is in it. */
export interface ReadBinary {
  readonly linked: LinkedBinary
  readonly bytes: Uint8Array
  readonly linkedSize: number
  /**
   * What its bytes are for, down to functions. It is made when first asked for, so that it can wait until the packer
   * runs.
   */
  readonly breakdown: () => Breakdown
  readonly executable: Executable
}

/**
 * Reads the linked binaries.
 *
 * @param embedded the files that the packages of all of them embed
 * @throws Failure `not-static` where one is for another machine, or requests libraries that `scratch` lacks
 */
export async function readBinaries(
  linked: readonly LinkedBinary[],
  platform: Platform,
  embedded: readonly EmbeddedFile[] = [],
): Promise<readonly ReadBinary[]> {
  return Promise.all(
    linked.map(async binary => {
      const bytes = await readBinary(binary)
      const read = readLinked(binary, bytes, embedded)
      const origin = binary.main === null ? 'given' : 'compiled'
      requireStatic(read.executable, bytes, binary.name, platform, origin)
      return read
    }),
  )
}

/** @throws Failure `unreadable-binary` where it is not a complete ELF file */
export function readLinked(
  linked: LinkedBinary,
  bytes: Uint8Array,
  embedded: readonly EmbeddedFile[] = [],
): ReadBinary {
  const { name } = linked
  const executable = readExecutable(bytes, name)
  const breakdown = once(() => breakdownOf(executable, bytes, name, { files: embedded }))
  return { linked, bytes, linkedSize: bytes.length, breakdown, executable }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

async function readBinary({ file, main }: LinkedBinary): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (main !== null) throw cause
    throw new Failure(
      'bad-input',
      {
        what: clause`${input('binary')} "${file}" cannot be read`,
        why: clause`${whyNotRead(cause)}`,
        fix: clause`write the path of a static ELF executable`,
      },
      { cause, fields: { input: 'binary', value: file } },
    )
  }
}
