import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { accessScale, fieldsOf, pairOf } from '../../../../src/pack/bantam/arm64/fields.ts'
import { NUMBER, OPERAND } from '../../../../src/pack/bantam/arm64/format.ts'

const numbered = (field: number) => OPERAND.number + field
const nameOf = (operand: number | undefined) =>
  Object.entries(OPERAND).find(([, number]) => number === operand)?.[0] ?? 'none at all'

describe('fieldsOf', () => {
  it.each([
    { name: 'bl', word: 0x94000001, registers: 0, operand: OPERAND.farCall },
    { name: 'b', word: 0x14000001, registers: 0, operand: OPERAND.jump },
    { name: 'b.ne', word: 0x54000021, registers: 0, operand: OPERAND.branch },
    { name: 'cbz x1', word: 0xb4000021, registers: 1, operand: OPERAND.branch },
    { name: 'tbnz x1, #3', word: 0x37180021, registers: 1, operand: OPERAND.testBranch },
    { name: 'adrp x27', word: 0x9000001b, registers: 1, operand: OPERAND.page },
    { name: 'add x1, sp, #8', word: 0x910023e1, registers: 1, operand: numbered(NUMBER.addToStackPointer) },
    { name: 'cmp x1, #8', word: 0xf100203f, registers: 1, operand: numbered(NUMBER.compare) },
    { name: 'add x1, x2, #8', word: 0x91002041, registers: 2, operand: numbered(NUMBER.add) },
    { name: 'str x1, [sp, #8]', word: 0xf90007e1, registers: 1, operand: OPERAND.storedSlot },
    { name: 'ldr x1, [sp, #8]', word: 0xf94007e1, registers: 1, operand: OPERAND.loadedSlot },
    { name: 'str x1, [x2, #8]', word: 0xf9000441, registers: 2, operand: numbered(NUMBER.store) },
    { name: 'ldrb w1, [x2, #8]', word: 0x39402041, registers: 2, operand: numbered(NUMBER.load) },
    { name: 'stur x29, [sp, #-8]', word: 0xf81f83fd, registers: 1, operand: numbered(NUMBER.stackUnscaled) },
    { name: 'ldrb w1, [x2], #1', word: 0x38401441, registers: 2, operand: numbered(NUMBER.unscaled) },
    { name: 'ldp x1, x2, [sp, #8]', word: 0xa9408be1, registers: 2, operand: numbered(NUMBER.stackPair) },
    { name: 'ldp x1, x2, [x3]', word: 0xa9400861, registers: 3, operand: numbered(NUMBER.pair) },
    { name: 'mov x1, #5', word: 0xd28000a1, registers: 1, operand: numbered(NUMBER.move) },
    { name: 'and x1, x2, #1', word: 0x92400041, registers: 2, operand: numbered(NUMBER.bits) },
    { name: 'mov x1, x2', word: 0xaa0203e1, registers: 2, operand: OPERAND.none },
    { name: 'cmp x1, x2', word: 0xeb02003f, registers: 2, operand: OPERAND.none },
    { name: 'mul x1, x2, x3', word: 0x9b037c41, registers: 3, operand: OPERAND.none },
    { name: 'ret', word: 0xd65f03c0, registers: 0, operand: OPERAND.none },
    { name: 'a word of data', word: 0x00012345, registers: 3, operand: OPERAND.none },
  ])('knows $name', ({ word, registers, operand }) => {
    const fields = fieldsOf(word | 0)
    expect(nameOf(fields.operand)).toBe(nameOf(operand))
    expect(fields.registers.toString(2).replaceAll('0', '')).toHaveLength(registers)
  })

  it('divides any word without loss', () => {
    fc.assert(
      fc.property(fc.integer(), word => {
        const { registerBits, operandBits } = fieldsOf(word)
        expect(registerBits & operandBits).toBe(0)
        const rest = word & ~registerBits & ~operandBits
        expect(rest | (word & registerBits) | (word & operandBits)).toBe(word)
      }),
    )
  })
})

describe('pairOf', () => {
  it.each([
    { name: 'adrp x0; add x0, x0, #8', words: [0x90000000, 0x91002000], operand: OPERAND.sameAddress },
    { name: 'adrp x0; add x1, x0, #8', words: [0x90000000, 0x91002001], operand: OPERAND.address },
    { name: 'adrp x27; ldr x0, [x27, #8]', words: [0x9000001b, 0xf9400760], operand: OPERAND.access },
    { name: 'adrp x27; str d0, [x27, #8]', words: [0x9000001b, 0xfd000760], operand: OPERAND.access },
    { name: 'adrp x0; add x1, x2, #8', words: [0x90000000, 0x91002041], operand: undefined },
    { name: 'adrp x0; adds x0, x0, #8', words: [0x90000000, 0xb1002000], operand: undefined },
    {
      name: 'adrp x27; ldr x0, [x27, #32760], beyond the page',
      words: [0x9000001b, 0xf97fff60],
      operand: undefined,
    },
    { name: 'adr x0; add x0, x0, #8', words: [0x10000000, 0x91002000], operand: undefined },
  ])('knows $name', ({ words: [first = 0, second = 0], operand }) => {
    expect(pairOf(first | 0, second | 0)?.operand).toBe(operand)
  })
})

describe('accessScale', () => {
  it.each([
    { name: 'add x0, x0, #1', word: 0x91000400, scale: 0 },
    { name: 'ldrb w0, [x0]', word: 0x39400000, scale: 0 },
    { name: 'ldr x0, [x0]', word: 0xf9400000, scale: 3 },
    { name: 'ldr q0, [x0]', word: 0x3dc00000, scale: 4 },
    { name: 'str q0, [x0]', word: 0x3d800000, scale: 4 },
    { name: 'ldr d0, [x0]', word: 0xfd400000, scale: 3 },
  ])('of $name', ({ word, scale }) => {
    expect(accessScale(word | 0)).toBe(scale)
  })
})
