import { createHash } from 'node:crypto'
import { breakdownOf } from '../../src/binary/breakdown.ts'
import { readBuildInfo } from '../../src/binary/build-info.ts'
import { readElf } from '../../src/binary/elf.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { findPclntab } from '../../src/binary/pclntab.ts'
import type { Host } from '../../src/host/host.ts'
import { unpack } from '../../src/pack/upx-unpack.ts'
import { addsUp } from './adds-up.ts'
import { binarySeeds, EMBEDDED } from './binary-seeds.ts'
import { mutateBytes } from './mutate-bytes.ts'
import { bytesOf, type Target } from './target.ts'

/** @param host for what writes; it does not get so far without a UPX */
export function binaryTargets(host: Host): readonly Target[] {
  const seeds = binarySeeds()
  return [
    target('ELF', seeds.elf, bytes => readElf(bytes, 'input')),
    target('build info', seeds.buildInfo, bytes => readBuildInfo(readElf(bytes, 'input'), bytes)),
    target('function table', seeds.functionTable, bytes => findPclntab(readElf(bytes, 'input'), bytes)),
    target('breakdown', seeds.functionTable, bytes =>
      addsUp(breakdownOf(readExecutable(bytes, 'input'), bytes, 'input'), bytes.length),
    ),
    target('embedded files', seeds.embedding, bytes => {
      const executable = readExecutable(bytes, 'input')
      const hash = createHash('sha256').update(EMBEDDED).digest('hex')
      const file = { package: 'a.b/c', name: 'embedded', size: EMBEDDED.length, hash }
      const files = [file, { ...file, package: 'example.com/x' }]
      addsUp(breakdownOf(executable, bytes, 'input', { files }), bytes.length)
      const byPackage = new Map([['a.b/c', EMBEDDED.length * 2]])
      addsUp(breakdownOf(executable, bytes, 'input', { byPackage }), bytes.length)
    }),
    {
      ...target('UPX header', seeds.packed, () => {}),
      read: async input => {
        const unpacked = await unpack(host, null, { bytes: bytesOf(input) })
        if (!('why' in unpacked)) throw new Error('it was unpacked without UPX')
        return unpacked.why.includes('no UPX was found') ? 'value' : { problem: unpacked.why }
      },
    },
  ]
}

function target(name: string, seeds: readonly Uint8Array[], read: (bytes: Uint8Array) => unknown): Target {
  return {
    name,
    share: 1,
    input: (random, turn) => mutateBytes(seeds[turn % seeds.length] ?? new Uint8Array(), random),
    read: input => {
      read(bytesOf(input))
      return 'value'
    },
  }
}
