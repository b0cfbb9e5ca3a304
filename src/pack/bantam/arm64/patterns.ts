import { KNOWN, MOST_PATTERNS, OPERAND, type Pattern } from './format.ts'
import { isPair, walkUnits, type Walk } from './units.ts'

/**
 * How often something must be in a text to have a pattern of its own, rather than registers or an operand in streams.
 * Measured with three services from 0.7 to 6.7 MB; half or twice as much makes a difference of one part in a thousand.
 */
const OFTEN = {
  /** A whole instruction; and it is at least this share of those with its registers. */
  instruction: 50,
  share: 0.5,
  /** An instruction with all of its registers. */
  registers: 1000,
  /** A call of one function. */
  call: 12,
  /** An address. */
  address: 20,
  /** Any pattern: it takes 6 bytes, and a word without a pattern 5. */
  pattern: 3,
} as const

/** The patterns of a text, and the number of the pattern of each unit, or −1 where none is worth it. */
export interface PatternChoice {
  readonly patterns: readonly Pattern[]
  readonly ofUnit: Int32Array
}

export function choosePatterns(text: Walk): PatternChoice {
  const candidates = newCandidates()
  const chosen = chooseCandidates(candidates, countCandidates(text, candidates))
  const counts = new Uint32Array(candidates.patterns.length)
  for (const candidate of chosen) counts[candidate] = (counts[candidate] ?? 0) + 1
  const countOf = (candidate: number) => counts[candidate] ?? 0
  const kept = [...counts.keys()]
    .filter(candidate => countOf(candidate) >= OFTEN.pattern)
    .sort((left, right) => countOf(right) - countOf(left) || left - right)
    .slice(0, MOST_PATTERNS)
  const numbers = new Int32Array(candidates.patterns.length).fill(-1)
  kept.forEach((candidate, number) => (numbers[candidate] = number))
  return {
    patterns: kept.map(candidate => candidates.patterns[candidate] as Pattern),
    ofUnit: chosen.map(candidate => numbers[candidate] ?? -1),
  }
}

/** What could be patterns, by the order in which they were met. */
interface Candidates {
  readonly patterns: Pattern[]
  readonly counts: number[]
  readonly byKey: Map<number, number>
  /** The numbers of words with a KNOWN operand: a key has no room for both words. */
  readonly bases: Map<number, number>
}

const newCandidates = (): Candidates => ({ patterns: [], counts: [], byKey: new Map(), bases: new Map() })

/** Candidates for each unit, −1 where there is none. */
interface UnitCandidates {
  readonly units: number
  readonly known: Int32Array
  readonly whole: Int32Array
  readonly withRegisters: Int32Array
  readonly general: Int32Array
}

function countCandidates(text: Walk, candidates: Candidates): UnitCandidates {
  const none = () => new Int32Array(text.words).fill(-1)
  const [known, whole, withRegisters, general] = [none(), none(), none(), none()]
  let units = 0
  walkUnits(text, unit => {
    const { word, fields, operand, value } = unit
    const fixed = word & ~fields.operandBits & ~(operand === OPERAND.sameAddress ? 31 : 0)
    if (operand === OPERAND.call || isPair(operand))
      known[units] = countKnown(candidates, fixed, operand, value)
    if (mayBeWhole(operand)) whole[units] = count(candidates, word, 0, OPERAND.none)
    if (fields.registers !== 0) withRegisters[units] = count(candidates, fixed, 0, operand)
    general[units++] = count(
      candidates,
      word & ~fields.operandBits & ~fields.registerBits,
      fields.registers,
      operand,
    )
  })
  return { units, known, whole, withRegisters, general }
}

/** Operands that mean something else at another place cannot be part of a whole instruction. */
const mayBeWhole = (operand: number) =>
  operand >= OPERAND.number || operand === OPERAND.storedSlot || operand === OPERAND.loadedSlot

function chooseCandidates({ counts, patterns }: Candidates, of: UnitCandidates): Int32Array {
  const at = (list: Int32Array, unit: number) => list[unit] ?? -1
  const times = (candidate: number) => (candidate < 0 ? 0 : (counts[candidate] ?? 0))
  const often = (known?: Pattern) => (known?.operand === (OPERAND.call | KNOWN) ? OFTEN.call : OFTEN.address)
  return new Int32Array(of.units).map((_, unit) => {
    const known = at(of.known, unit)
    if (known >= 0 && times(known) >= often(patterns[known])) return known
    const withRegisters = at(of.withRegisters, unit)
    const whole = at(of.whole, unit)
    if (times(whole) >= OFTEN.instruction && times(whole) >= OFTEN.share * times(withRegisters)) return whole
    return times(withRegisters) >= OFTEN.registers ? withRegisters : at(of.general, unit)
  })
}

const HIGH = 2 ** 32
/** Keys of patterns with a KNOWN operand are above those of the others. */
const KNOWN_KEYS = 2 ** 52
const MOST_BASES = 2 ** 19

const keyOf = (word: number, registers: number, operand: number) =>
  (word >>> 0) + (operand * 16 + registers) * HIGH

function count(candidates: Candidates, word: number, registers: number, operand: number): number {
  const key = keyOf(word, registers, operand)
  const found = again(candidates, key)
  return found ?? newCandidate(candidates, key, { word, registers, operand, value: 0 })
}

/** With an operand that the pattern holds, as long as there are keys for it. */
function countKnown(candidates: Candidates, word: number, operand: number, value: number): number {
  const { bases } = candidates
  const base = keyOf(word, 0, operand)
  let number = bases.get(base)
  if (number === undefined) {
    if (bases.size === MOST_BASES) return -1
    bases.set(base, (number = bases.size))
  }
  const key = KNOWN_KEYS + number * HIGH + value
  const found = again(candidates, key)
  return found ?? newCandidate(candidates, key, { word, registers: 0, operand: operand | KNOWN, value })
}

function newCandidate({ patterns, counts, byKey }: Candidates, key: number, pattern: Pattern): number {
  byKey.set(key, patterns.length)
  counts.push(1)
  return patterns.push(pattern) - 1
}

function again({ counts, byKey }: Candidates, key: number): number | undefined {
  const candidate = byKey.get(key)
  if (candidate !== undefined) counts[candidate] = (counts[candidate] ?? 0) + 1
  return candidate
}
