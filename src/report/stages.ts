import { type BinaryPlace, binaryPath } from '../declare/binary-place.ts'
import { formatBytes } from '../declare/bytes.ts'
import type { BaseSetting, BinaryWeight, PlatformWeight, SmokeTestReport } from '../weigh-in/weigh-in.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { Price } from '../weigh-in/price.ts'
import { baseWords } from './base-words.ts'
import { formatChange, formatMemory, formatMs } from './figures.ts'
import { lacks } from './lacks.ts'
import type { StageLine } from './stage-line.ts'

type Compiled = Pick<BinaryWeight, 'linkedSize'>
type Packed = Pick<BinaryWeight, 'linkedSize' | 'shippedSize' | 'pack'>
type Proven = Pick<BinaryWeight, 'proof' | 'price'>

/** @param layers bytes of each as a pull transfers it */
export function baseStage(base: BaseSetting, layers: readonly number[]): StageLine {
  const bytes = layers.reduce((sum, size) => sum + size, 0)
  const count = layers.length === 1 ? '1 layer' : `${layers.length} layers`
  return { stage: 'base', what: baseWords(base), ms: null, note: `${formatBytes(bytes)}, ${count}` }
}

/** @param go `null` if the user provided the binaries */
export function compileStage(
  go: Pick<GoToolchain, 'version' | 'source'> | null,
  binaries: readonly Compiled[],
  ms: number,
): StageLine {
  const linkedSize = binaries.reduce((sum, binary) => sum + binary.linkedSize, 0)
  const what = go === null ? 'prebuilt binary' : `${go.version} (${go.source})`
  return { stage: 'compile', what, ms, note: formatBytes(linkedSize) }
}

/** A program of the input `files`, whose packing follows. */
export function programStage({ linked, linkedSize }: Compiled & { readonly linked: BinaryPlace }): StageLine {
  return { stage: 'program', what: binaryPath(linked), ms: null, note: formatBytes(linkedSize) }
}

export function packStage({ pack, linkedSize, shippedSize }: Packed, ms: number | null): StageLine {
  if (pack.status === 'unpacked') return { stage: 'pack', what: 'not packed', ms, note: pack.reason }
  const kept = pack.kept ? 'kept from an earlier run' : ''
  const figures = [formatBytes(shippedSize), formatChange(linkedSize, shippedSize), kept]
  return { stage: 'pack', what: pack.packer, ms, note: joined(figures) }
}

/** The line that is shown while packing runs. */
export function packingStage(ms: number): StageLine {
  return { stage: 'pack', what: 'still packing', ms, note: '' }
}

export function provingStage(ms: number): StageLine {
  return { stage: 'prove', what: 'still proving', ms, note: '' }
}

export function proveStage({ proof, price }: Proven, ms: number | null): StageLine {
  switch (proof.status) {
    case 'proven': {
      const what = environments(proof.environments.length)
      const costs = describePrice(price)
      return proof.reason === null
        ? { stage: 'prove', what: `same code, ${what}`, ms, note: costs }
        : { stage: 'prove', what, ms, note: joined([costs, proof.reason]) }
    }
    case 'failed':
      return { stage: 'prove', what: 'failed', ms, note: proof.reason ?? '' }
    case 'not run':
      return { stage: 'prove', what: 'not run', ms, note: proof.reason ?? '' }
  }
}

/** Returns one line if the binary can use something that the image does not contain, otherwise none. */
export function needsStage(
  { path, needs }: Pick<BinaryWeight, 'path' | 'needs'>,
  base?: BaseSetting,
): readonly StageLine[] {
  const lacked = lacks(needs, base)
  return lacked === null ? [] : [{ stage: 'needs', what: path, ms: null, note: lacked }]
}

/** @param parts the content of the image besides directories, in words: `certificates`, `proxy` */
export function assembleStage(
  parts: readonly string[],
  { imageSize, downloadSize }: PlatformWeight['sizes'],
): StageLine {
  const pull = downloadSize === null ? '' : `${formatBytes(downloadSize)} to pull`
  const note = joined([formatBytes(imageSize), pull])
  return { stage: 'assemble', what: parts.join(', '), ms: null, note }
}

/**
 * Returns one line if a smoke test was asked for, otherwise none.
 *
 * @param platform `null` for an image for one platform
 */
export function smokeStage(
  { status, seen }: SmokeTestReport,
  ms: number,
  platform: string | null,
): readonly StageLine[] {
  const note = seen.join(', ')
  switch (status) {
    case 'passed':
      return [{ stage: 'smoke', what: platform ?? 'the image, isolated', ms, note }]
    case 'not run':
      return [{ stage: 'smoke', what: platform ?? 'not run', ms: null, note: `not run: ${note}` }]
    case 'not asked':
      return []
  }
}

/** @param shown the folder, as it is shown to the user */
export function binariesStage({
  shown,
  files,
}: {
  readonly shown: string
  readonly files: readonly { readonly size: number }[]
}): StageLine {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const count = files.length === 1 ? '1 file' : `${files.length} files`
  return { stage: 'binaries', what: shown, ms: null, note: joined([count, formatBytes(bytes)]) }
}

/**
 * @param references references to the image; a digest alone if a repository has no tag for it
 * @param withSbom whether each repository that has a tag also lists the SBOM
 */
export function pushStage(references: readonly string[], ms: number, withSbom = false): StageLine {
  const tags = references.filter(reference => !reference.includes('@')).length
  const what = tags === 0 ? 'no tag' : tags === 1 ? '1 tag' : `${tags} tags`
  return {
    stage: 'push',
    what: withSbom ? `${what}, SBOM` : what,
    ms,
    note: references.join(' '),
  }
}

/** Describes the cost of packing: `125 ms of processor time to start (linked 2 ms), 6.0 MB private (linked 0.4 MB)`. */
export function describePrice(price: Price | null): string {
  if (price === null) return ''
  const { processorMs, memory } = price
  const start = `${formatMs(processorMs.shipped)} of processor time to start (linked ${formatMs(processorMs.linked)})`
  return `${start}, ${formatMemory(memory.shipped)} private (linked ${formatMemory(memory.linked)})`
}

function environments(count: number): string {
  return `${count} ${count === 1 ? 'environment' : 'environments'}`
}

function joined(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join('   ')
}
