import { describe, expect, it } from '@jest/globals'
import { arm64StackEffect, marksAt } from '../../../../src/pack/bantam/arm64/marks.ts'
import { MARK } from '../../../../src/pack/bantam/text-view.ts'
import { textOfWords } from '../../../support/arm64-texts.ts'

describe('marksAt', () => {
  it.each([
    { name: 'sub sp, sp, #32', words: [0xd10083ff], effect: 32 },
    { name: 'add sp, sp, #32', words: [0x910083ff], effect: -32 },
    { name: 'sub sp, sp, #1, lsl #12', words: [0xd14007ff], effect: 4096 },
    { name: 'str x30, [sp, #-64]!', words: [0xf81c0ffe], effect: 64 },
    { name: 'ldr x30, [sp], #64', words: [0xf84407fe], effect: -64 },
    { name: 'str q0, [sp, #-16]!', words: [0x3c9f0fe0], effect: 16 },
    { name: 'stp x29, x30, [sp, #-16]!', words: [0xa9bf7bfd], effect: 16 },
    { name: 'ldp x29, x30, [sp], #16', words: [0xa8c17bfd], effect: -16 },
    { name: 'stp w0, w1, [sp, #-8]!', words: [0x29bf07e0], effect: 8 },
    { name: 'stp q0, q1, [sp, #-32]!', words: [0xadbf07e0], effect: 32 },
    {
      name: 'mov sp, x20, after sub x20, sp, #256',
      words: [0xd10403f4, 0xa93ffa9d, 0x9100029f],
      effect: 256,
    },
  ])('knows what moves the stack: $name', ({ words, effect }) => {
    const { bytes } = textOfWords(words)
    const at = bytes.length - 4
    expect(marksAt(bytes, at)).toBe(MARK.instruction | MARK.stack)
    expect(arm64StackEffect(bytes, at)).toBe(effect)
  })

  it.each([
    { name: 'bl', words: [0x94000000], marks: MARK.call },
    { name: 'blr x1', words: [0xd63f0020], marks: MARK.call },
    { name: 'ret', words: [0xd65f03c0], marks: MARK.ret },
    { name: 'b', words: [0x14000000], marks: 0 },
    { name: 'mov sp, x20', words: [0xd503201f, 0xd503201f, 0x9100029f], marks: 0 },
    { name: 'add x0, sp, #8', words: [0x910023e0], marks: 0 },
    { name: 'str x0, [sp, #8]', words: [0xf90007e0], marks: 0 },
    { name: 'stur x29, [sp, #-8]', words: [0xf81f83fd], marks: 0 },
    { name: 'ldp x29, x30, [sp, #-8]', words: [0xa97ffbfd], marks: 0 },
  ])('knows $name', ({ words, marks }) => {
    const { bytes } = textOfWords(words)
    expect(marksAt(bytes, bytes.length - 4)).toBe(MARK.instruction | marks)
  })
})
