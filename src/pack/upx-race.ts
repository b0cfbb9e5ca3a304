import { readFile, rename, rm } from 'node:fs/promises'
import type { Finished } from '../host/process.ts'
import type { PackSetting } from './packer.ts'

/**
 * What UPX 4.2 tries one after the other for linux/amd64, keeping the smaller: the code as this filter makes it, and as
 * it is (`PackUnix::getStrategy`, `PackLinuxElf64amd::getFilters`).
 */
const FILTER = '--filter=0x49'
const NO_FILTER = '--no-filter'

/**
 * Bytes. UPX compares before it pads to words, so a smaller difference would not say which one it keeps. They are never
 * that close: the filter makes the code of a Go program some percent smaller, or cannot be applied at all.
 */
const CLEARLY_SMALLER = 64

/** Whether the two are worth being made side by side, and known to be all that UPX would try. */
export function mayRace(version: string, args: readonly string[], { platform, cores }: PackSetting): boolean {
  return (
    cores >= 2 &&
    platform.os === 'linux' &&
    platform.architecture === 'amd64' &&
    /^4\.2(\.|$)/.test(version) &&
    args.join(' ') === '--best --lzma'
  )
}

/**
 * Has UPX make both candidates side by side, which takes two thirds of the time, and gives `packed` the bytes that UPX by itself gives.
 *
 * @returns `false`, and no `packed`, where that cannot be told: one of them failed, or they are too close.
 */
export async function race(
  upx: (option: string, packed: string, signal: AbortSignal) => Promise<Pick<Finished, 'exitCode'>>,
  packed: string,
): Promise<boolean> {
  const failed = new AbortController()
  const candidate = (option: string) => `${packed}${option}`
  try {
    const wells = await Promise.all(
      [FILTER, NO_FILTER].map(async option => {
        // Where it cannot even be started, the attempt without options will say so.
        const ended = await upx(option, candidate(option), failed.signal).catch(() => null)
        const well = ended?.exitCode === 0
        if (!well) failed.abort()
        return well
      }),
    )
    if (!wells.every(Boolean)) return false
    const kept = await keptOf(candidate(FILTER), candidate(NO_FILTER))
    if (kept === null) return false
    await rename(kept, packed)
    return true
  } finally {
    await Promise.all([FILTER, NO_FILTER].map(option => rm(candidate(option), { force: true })))
  }
}

/** The one that UPX keeps. */
async function keptOf(filtered: string, plain: string): Promise<string | null> {
  const [a, b] = await Promise.all([filtered, plain].map(file => readFile(file).catch(() => null)))
  if (a == null || b == null) return null
  if (a.equals(b)) return filtered
  if (Math.abs(a.length - b.length) < CLEARLY_SMALLER) return null
  return a.length < b.length ? filtered : plain
}
