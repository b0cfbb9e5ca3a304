import { KNOWN, MOST_PATTERNS, OPERAND, type Pattern } from './arm64-format.ts'
import { walkUnits, type Unit, type Walk } from './arm64-units.ts'

/**
 * How often something must be in a text to have a pattern of its own, rather than registers or an operand in streams.
 * Measured with examples/proxy; half or twice as much makes a difference of a few parts in a thousand.
 */
const OFTEN = {
  /** A whole instruction; and it is at least this share of those with its registers. */
  instruction: 100,
  share: 0.5,
  /** An instruction with all of its registers. */
  registers: 1000,
  call: 50,
  address: 50,
}

/** What makes a pattern another: words, registers and operand, as one number. */
type Key = number

const HIGH = 2 ** 32
const KNOWN_KEYS = 2 ** 52

const keyOf = (word: number, registers: number, operand: number): Key =>
  (word >>> 0) + (operand * 16 + registers) * HIGH

/** The patterns of a text, and which of them a unit has. */
export interface PatternChoice {
  readonly patterns: readonly Pattern[]
  /** The number of its pattern, or −1 where none is worth it. */
  numberOf(unit: Unit): number
}

export function choosePatterns(text: Walk): PatternChoice {
  const candidates = countCandidates(text)
  const counted = new Map<Key, { readonly pattern: Pattern; count: number }>()
  walkUnits(text, unit => {
    const key = candidates.chosen(unit)
    const found = counted.get(key)
    if (found === undefined) counted.set(key, { pattern: candidates.pattern(unit), count: 1 })
    else found.count++
  })
  // A pattern has 6 bytes and its opcode one or two; a word without a pattern has 5.
  const worthIt = [...counted].filter(([, { count }]) => count > 1)
  const ordered = worthIt.sort(([key, { count }], [otherKey, other]) => other.count - count || key - otherKey)
  const kept = ordered.slice(0, MOST_PATTERNS)
  const numbers = new Map(kept.map(([key], index) => [key, index]))
  return {
    patterns: kept.map(([, { pattern }]) => pattern),
    numberOf: unit => numbers.get(candidates.chosen(unit)) ?? -1,
  }
}

interface Candidates {
  chosen(unit: Unit): Key
  pattern(unit: Unit): Pattern
}

function countCandidates(text: Walk): Candidates {
  const counts = new Map<Key, number>()
  const count = (key: Key) => {
    if (key !== NOT_COUNTED) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const bases = new Map<Key, number>()
  walkUnits(text, unit => {
    const { fields, operand } = unit
    if (mayBeKnown(operand)) count(knownKey(bases, unit))
    if (fields.operandBits !== 0 && mayBeWhole(operand)) count(keyOf(unit.word, 0, OPERAND.none))
    if (fields.registers !== 0) count(withRegisters(unit))
  })
  const times = (key: Key) => counts.get(key) ?? 0
  const specifics = (unit: Unit): 'known' | 'whole' | 'registers' | 'general' => {
    const { fields, operand } = unit
    if (mayBeKnown(operand)) {
      if (times(knownKey(bases, unit)) >= (operand === OPERAND.call ? OFTEN.call : OFTEN.address))
        return 'known'
    }
    const registers = fields.registers === 0 ? 0 : times(withRegisters(unit))
    if (fields.operandBits !== 0 && mayBeWhole(operand)) {
      const whole = times(keyOf(unit.word, 0, OPERAND.none))
      if (whole >= OFTEN.instruction && whole >= OFTEN.share * registers) return 'whole'
    }
    return registers >= OFTEN.registers ? 'registers' : 'general'
  }
  return {
    chosen(unit) {
      switch (specifics(unit)) {
        case 'known':
          return knownKey(bases, unit)
        case 'whole':
          return keyOf(unit.word, 0, OPERAND.none)
        case 'registers':
          return withRegisters(unit)
        case 'general':
          return keyOf(reduced(unit), unit.fields.registers, unit.operand)
      }
    },
    pattern(unit) {
      const { word, fields, operand, value } = unit
      switch (specifics(unit)) {
        case 'known':
          return { word: withoutOperand(unit), registers: 0, operand: operand | KNOWN, value }
        case 'whole':
          return { word, registers: 0, operand: OPERAND.none, value: 0 }
        case 'registers':
          return { word: withoutOperand(unit), registers: 0, operand, value: 0 }
        case 'general':
          return { word: reduced(unit), registers: fields.registers, operand, value: 0 }
      }
    },
  }
}

const isPair = (operand: number) => operand >= OPERAND.sameAddress && operand <= OPERAND.access
const mayBeKnown = (operand: number) => operand === OPERAND.call || isPair(operand)

/** Operands that mean something else at another place cannot be part of a whole instruction. */
const mayBeWhole = (operand: number) =>
  operand >= OPERAND.number || operand === OPERAND.storedSlot || operand === OPERAND.loadedSlot

/** ADD xN, xN gets its first register from the second. */
const same = ({ operand }: Unit) => (operand === OPERAND.sameAddress ? 31 : 0)

const withoutOperand = (unit: Unit) => unit.word & ~unit.fields.operandBits & ~same(unit)
const reduced = ({ word, fields }: Unit) => word & ~fields.operandBits & ~fields.registerBits
const withRegisters = (unit: Unit) => keyOf(withoutOperand(unit), 0, unit.operand)

/** As many kinds of pairs have keys of their own as fit into a number without loss. The others are never known. */
const MOST_BASES = 2 ** 19
const NOT_COUNTED = -1

function knownKey(bases: Map<Key, number>, unit: Unit): Key {
  const base = withRegisters(unit)
  let index = bases.get(base)
  if (index === undefined) {
    if (bases.size === MOST_BASES) return NOT_COUNTED
    bases.set(base, (index = bases.size))
  }
  return KNOWN_KEYS + index * HIGH + unit.value
}
