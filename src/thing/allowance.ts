/** The most that reading one thing may cost, whatever it contains. */
export interface Bounds {
  /** Bytes of its blobs and archives as they are stored. */
  readonly stored: number
  /** Bytes of its layers and archives when unpacked. */
  readonly unpacked: number
  /** Entries in all its tars. */
  readonly entries: number
  /** Characters in the names and link targets of these entries. */
  readonly names: number
  /** Bytes of the programs that are copied out of it. Programs beyond that are not copied; nothing fails. */
  readonly programs: number
  /**
   * Programs that are copied out of it, and then the programs of each platform: each is read, and may have to be
   * unpacked.
   */
  readonly executables: number
  /** Manifests and indexes. */
  readonly documents: number
}

/** A whole distribution with a browser has 150,000 files, 3,000 of them programs, and 3 GB. */
export const BOUNDS: Bounds = {
  stored: 8_000_000_000,
  unpacked: 16_000_000_000,
  entries: 500_000,
  names: 100_000_000,
  programs: 2_000_000_000,
  executables: 20_000,
  documents: 200,
}

/** The thing costs more than is allowed. The message ends a sentence. */
export class TooMuch extends Error {}

export interface Allowance {
  /** @throws TooMuch */
  spend(what: keyof Bounds, amount: number): void
  /** Spends the amount if enough is left. */
  maySpend(what: keyof Bounds, amount: number): boolean
  left(what: keyof Bounds): number
}

const WORDS: Readonly<Record<keyof Bounds, string>> = {
  stored: 'it takes more than %d bytes',
  unpacked: 'it unpacks to more than %d bytes',
  entries: 'it holds more than %d files',
  names: 'its file names have more than %d characters',
  programs: 'its programs have more than %d bytes',
  executables: 'it has more than %d programs',
  documents: 'it has more than %d manifests',
}

export function allowance(bounds: Bounds = BOUNDS): Allowance {
  const left = new Map(Object.entries(bounds))
  const leftOf = (what: keyof Bounds) => left.get(what) ?? 0
  const maySpend = (what: keyof Bounds, amount: number) => {
    if (amount > leftOf(what)) return false
    left.set(what, leftOf(what) - amount)
    return true
  }
  return {
    maySpend,
    left: leftOf,
    spend(what, amount) {
      if (!maySpend(what, amount)) throw new TooMuch(WORDS[what].replace('%d', String(bounds[what])))
    },
  }
}
