import { type Parsed, parsed, problem } from './parsed.ts'

/** Bytes of each unit: powers of 1000 and of 1024. */
const UNITS = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
} as const

type Unit = keyof typeof UNITS

const DECIMAL: readonly Unit[] = ['kB', 'MB', 'GB']
const BINARY: readonly Unit[] = ['KiB', 'MiB', 'GiB']
const EXAMPLE = 'write a size such as 3MB, 500kB or 2.5MiB'

/** Reads `3MB`, `2.4 MB`, `500kB`, `1MiB`, `1234B`: exact, a fraction of a byte is dropped. */
export function parseBytes(text: string): Parsed<number> {
  const given = text.trim()
  if (given === '') return problem(`is empty; ${EXAMPLE}`)
  if (/^[+-]/.test(given)) return problem(`has a sign; ${EXAMPLE}`)
  const match = /^(\d+(?:\.\d+)?)\s*([A-Za-z]*)$/.exec(given)
  if (match === null) {
    return problem(
      /^\d+,\d/.test(given) ? `has a comma; ${EXAMPLE}, with a point` : `is not a size; ${EXAMPLE}`,
    )
  }
  const [, number = '', word = ''] = match
  if (!isUnit(word)) return problem(unitProblem(number, word))
  const bytes = multiply(number, UNITS[word])
  return bytes > BigInt(Number.MAX_SAFE_INTEGER) ? problem(`is too large; ${EXAMPLE}`) : parsed(Number(bytes))
}

function isUnit(word: string): word is Unit {
  return Object.hasOwn(UNITS, word)
}

function unitProblem(number: string, word: string): string {
  if (word === '') return `has no unit; write ${number}MB, ${number}kB or ${number}B`
  const meant = Object.keys(UNITS).find(unit => unit.toLowerCase() === word.toLowerCase())
  if (meant !== undefined) return `has the unit ${word}, which is unknown; write ${number}${meant}`
  const letter = /^[kmg]i?$/i.test(word) ? word.charAt(0).toUpperCase() : null
  if (letter === null) return `has the unit ${word}, which is unknown; ${EXAMPLE}`
  const decimal = letter === 'K' ? 'kB' : `${letter}B`
  return `is ambiguous; write ${number}${decimal} (powers of 1000) or ${number}${letter}iB (powers of 1024)`
}

/** Decimal digits times a unit without the error of binary fractions: 2.3MB is 2300000 bytes. */
function multiply(number: string, unit: number): bigint {
  const [whole = '', fraction = ''] = number.split('.')
  return (BigInt(whole + fraction) * BigInt(unit)) / 10n ** BigInt(fraction.length)
}

/** For people: three digits, powers of 1000. `2.20 MB`, `512 B`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`
  for (const unit of DECIMAL) {
    const text = threeDigits(bytes / UNITS[unit])
    if (Number(text) < 1000 || unit === 'GB') return `${text} ${unit}`
  }
  return `${bytes} B`
}

function threeDigits(value: number): string {
  for (const digits of [2, 1]) {
    const text = value.toFixed(digits)
    if (text.replace('.', '').length <= 3) return text
  }
  return value.toFixed(0)
}

/** To the byte, for a limit, and where rounding would hide a breach: `3 MB`, `2.4 MB`, `1 MiB`, else `2202123 B`. */
export function formatBytesExact(bytes: number): string {
  for (const unit of [...DECIMAL.toReversed(), ...BINARY.toReversed()]) {
    const text = `${Math.floor((bytes * 100) / UNITS[unit]) / 100}`
    const back = bytes >= UNITS[unit] ? parseBytes(`${text}${unit}`) : null
    if (back?.ok === true && back.value === bytes) return `${text} ${unit}`
  }
  return `${bytes} B`
}
