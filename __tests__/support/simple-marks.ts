import { MARK, type TextCodec, type TextView } from '../../src/pack/bantam/text-view.ts'

/** What tests of the function table need of a text codec, without the codecs' streams. */
export type SimpleText = Pick<TextCodec, 'quantum' | 'stackEffect'> & {
  view(bytes: Uint8Array, address: bigint, starts: Uint32Array): TextView
}

export function simpleText(architecture: string): SimpleText {
  return architecture === 'arm64' ? ARM64 : AMD64
}

const ARM64: SimpleText = {
  quantum: 4,
  stackEffect: (bytes, at) => stackEffectArm64(word(bytes, at)) ?? 0,
  view: (bytes, address, starts) => {
    const marks = new Uint8Array(bytes.length + 1)
    for (let at = 0; at + 4 <= bytes.length; at += 4) {
      const w = word(bytes, at)
      const isCall = w >>> 26 === 0x25 || (w & 0xfffffc1f) >>> 0 === 0xd63f0000
      const stack = stackEffectArm64(w) === null ? 0 : MARK.stack
      marks[at] = MARK.instruction | stack | (isCall ? MARK.call : 0) | (w === 0xd65f03c0 ? MARK.ret : 0)
    }
    return { bytes, address, starts, marks }
  },
}

function word(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)) >>>
    0
  )
}

function stackEffectArm64(w: number): number | null {
  const masked = (w & 0xff80001f) >>> 0
  if (masked === 0x9100001f || masked === 0xd100001f) {
    const amount = ((w >>> 10) & 4095) << (((w >>> 22) & 1) * 12)
    return (w & 0x40000000) !== 0 ? amount : -amount
  }
  if (((w >>> 5) & 31) !== 31) return null
  if ((w & 0x3b200400) === 0x38000400) return -((w << 11) >> 23)
  if ((w & 0x3a800000) === 0x28800000) return -(((w << 10) >> 25) * 8)
  return null
}

const AMD64: SimpleText = {
  quantum: 1,
  stackEffect: (bytes, at) => stackEffectAmd64(bytes, at, instructionAmd64(bytes, at)) ?? 0,
  view: (bytes, address, starts) => {
    const marks = new Uint8Array(bytes.length + 1)
    for (let at = 0; at < bytes.length;) {
      const found = instructionAmd64(bytes, at)
      marks[at] = MARK.instruction
      const opcode = bytes[at + found.prefixes] ?? 0
      const modRm = bytes[at + found.prefixes + 1] ?? 0
      if (opcode === 0xe8 || (opcode === 0xff && (modRm & 0x38) === 0x10))
        marks[at] = MARK.instruction | MARK.call
      else if (opcode === 0xc3) marks[at] = MARK.instruction | MARK.ret
      else if (stackEffectAmd64(bytes, at, found) !== null) marks[at] = MARK.instruction | MARK.stack
      at += found.length
    }
    return { bytes, address, starts, marks }
  },
}

interface Instruction {
  readonly length: number
  readonly prefixes: number
  readonly hasModRm: boolean
  readonly displacement: number
}

/** A byte for each opcode: 1 if a ModRM byte follows, and twice the kind of what is behind. */
const IMMEDIATE = { byte: 1, word: 2, wide: 3, quad: 4, jump: 5, near: 6, test: 7 } as const
const [ONE_BYTE, TWO_BYTES] = opcodes()

function opcodes(): readonly [Uint8Array, Uint8Array] {
  const one = new Uint8Array(256)
  const two = new Uint8Array(256).fill(1)
  const set = (table: Uint8Array, from: number, to: number, hasModRm: number, kind: number) =>
    table.fill(hasModRm | (kind << 1), from, to + 1)
  for (let row = 0; row < 64; row += 8) {
    set(one, row, row + 3, 1, 0)
    set(one, row + 4, row + 4, 0, IMMEDIATE.byte)
    set(one, row + 5, row + 5, 0, IMMEDIATE.wide)
  }
  set(one, 0x63, 0x63, 1, 0)
  set(one, 0x68, 0x68, 0, IMMEDIATE.wide)
  set(one, 0x69, 0x69, 1, IMMEDIATE.wide)
  set(one, 0x6a, 0x6a, 0, IMMEDIATE.byte)
  set(one, 0x6b, 0x6b, 1, IMMEDIATE.byte)
  set(one, 0x70, 0x7f, 0, IMMEDIATE.jump)
  set(one, 0x80, 0x83, 1, IMMEDIATE.byte)
  set(one, 0x81, 0x81, 1, IMMEDIATE.wide)
  set(one, 0x84, 0x8f, 1, 0)
  set(one, 0xa8, 0xa8, 0, IMMEDIATE.byte)
  set(one, 0xa9, 0xa9, 0, IMMEDIATE.wide)
  set(one, 0xb0, 0xb7, 0, IMMEDIATE.byte)
  set(one, 0xb8, 0xbf, 0, IMMEDIATE.quad)
  set(one, 0xc0, 0xc1, 1, IMMEDIATE.byte)
  set(one, 0xc2, 0xc2, 0, IMMEDIATE.word)
  set(one, 0xc6, 0xc6, 1, IMMEDIATE.byte)
  set(one, 0xc7, 0xc7, 1, IMMEDIATE.wide)
  set(one, 0xca, 0xca, 0, IMMEDIATE.word)
  set(one, 0xcd, 0xcd, 0, IMMEDIATE.byte)
  set(one, 0xd0, 0xd3, 1, 0)
  set(one, 0xd8, 0xdf, 1, 0)
  set(one, 0xe0, 0xe3, 0, IMMEDIATE.jump)
  set(one, 0xe4, 0xe7, 0, IMMEDIATE.byte)
  set(one, 0xe8, 0xe9, 0, IMMEDIATE.near)
  set(one, 0xeb, 0xeb, 0, IMMEDIATE.jump)
  set(one, 0xf6, 0xf7, 1, IMMEDIATE.test)
  set(one, 0xfe, 0xff, 1, 0)
  const bare = [5, 6, 7, 8, 9, 0xb, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x37, 0x77]
  const more = [0xa0, 0xa1, 0xa2, 0xa8, 0xa9, 0xaa, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xff]
  for (const opcode of [...bare, ...more]) two[opcode] = 0
  set(two, 0x80, 0x8f, 0, IMMEDIATE.near)
  for (const opcode of [0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc4, 0xc5, 0xc6]) two[opcode] = 3
  return [one, two]
}

const PREFIXES = new Set([0x66, 0xf0, 0xf2, 0xf3, 0x2e, 0x36, 0x3e, 0x26, 0x64, 0x65, 0x67])

function instructionAmd64(bytes: Uint8Array, start: number): Instruction {
  const at = (offset: number) => bytes[start + offset] ?? 0
  let next = 0
  let hasWord = false
  while (next < 8 && PREFIXES.has(at(next))) hasWord = at(next++) === 0x66 || hasWord
  const isQuad = (at(next) & 0xf8) === 0x48
  if ((at(next) & 0xf0) === 0x40) next++
  const prefixes = next
  let opcode = at(next++)
  let entry: number
  if (opcode === 0x0f) {
    opcode = at(next++)
    entry = opcode === 0x38 ? 1 : opcode === 0x3a ? 3 : (TWO_BYTES[opcode] ?? 0)
    if (opcode === 0x38 || opcode === 0x3a) next++
  } else if (opcode === 0xc5 || opcode === 0xc4 || opcode === 0x62) {
    const map = opcode === 0xc5 ? 1 : at(next) & (opcode === 0xc4 ? 31 : 7)
    next += opcode === 0xc5 ? 1 : opcode === 0xc4 ? 2 : 3
    opcode = at(next++)
    entry = map === 1 ? (opcode === 0x77 ? 0 : ((TWO_BYTES[opcode] ?? 0) & 0xf) | 1) : map === 3 ? 3 : 1
    if (entry >> 1 === IMMEDIATE.near) entry = 1
  } else entry = ONE_BYTE[opcode] ?? 0
  let kind = entry >> 1
  let displacement = 0
  const hasModRm = (entry & 1) === 1
  if (hasModRm) {
    const modRm = at(next++)
    const [mode, register] = [modRm >> 6, modRm & 7]
    if (mode !== 3 && register === 4) {
      const base = at(next++) & 7
      if (mode === 0 && base === 5) displacement = 4
    } else if (mode === 0 && register === 5) displacement = 4
    if (mode === 1) displacement = 1
    else if (mode === 2) displacement = 4
    next += displacement
    if (kind === IMMEDIATE.test) kind = (modRm & 0x38) <= 8 ? (opcode === 0xf6 ? 1 : 3) : 0
  }
  next += [0, 1, 2, hasWord ? 2 : 4, isQuad ? 8 : hasWord ? 2 : 4, 1, 4][kind] ?? 0
  return next > 15
    ? { length: 1, prefixes: 0, hasModRm: false, displacement: 0 }
    : { length: next, prefixes, hasModRm, displacement }
}

function stackEffectAmd64(
  bytes: Uint8Array,
  at: number,
  { prefixes, hasModRm, displacement }: Instruction,
): number | null {
  const opcode = bytes[at + prefixes] ?? 0
  const modRm = bytes[at + prefixes + 1] ?? 0
  const signed = (offset: number, size: number) =>
    size === 1 ? ((bytes[at + offset] ?? 0) << 24) >> 24 : word(bytes, at + offset) | 0
  if (prefixes <= 1 && opcode >= 0x50 && opcode < 0x60) return opcode < 0x58 ? 8 : -8
  if (opcode === 0x9c || opcode === 0x9d) return opcode === 0x9c ? 8 : -8
  if ((opcode === 0x83 || opcode === 0x81) && hasModRm && (modRm === 0xec || modRm === 0xc4)) {
    const amount = signed(prefixes + 2, opcode === 0x83 ? 1 : 4)
    return modRm === 0xec ? amount : -amount
  }
  if (opcode === 0x8d && modRm === 0x64 + 0 && bytes[at + prefixes + 2] === 0x24)
    return -signed(prefixes + 3, 1)
  if (opcode === 0x8d && modRm === 0xa4 && bytes[at + prefixes + 2] === 0x24) return -signed(prefixes + 3, 4)
  return displacement < 0 ? 0 : null
}
