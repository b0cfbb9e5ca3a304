import { describe, expect, it } from '@jest/globals'
import {
  codeBytes,
  DISPLACEMENT,
  displacementBytes,
  displacementOf,
  modRMAt,
  shapeAt,
  VALUE,
  valueBytes,
  valueOf,
} from '../../../../src/pack/bantam/x86/instruction.ts'
import { fromHex } from '../../../support/x86-texts.ts'

describe('shapeAt', () => {
  it.each([
    { name: 'nop', hex: '90', displacement: 'none', value: 'none' },
    { name: 'nop of two bytes', hex: '6690', displacement: 'none', value: 'none' },
    { name: 'mov rax, [rsp+8]', hex: '488b442408', displacement: 'stackByte', value: 'none' },
    { name: 'mov rax, [r12+8]', hex: '498b442408', displacement: 'stackByte', value: 'none' },
    { name: 'mov rax, [rbp+8]', hex: '488b4508', displacement: 'byte', value: 'none' },
    { name: 'mov eax, [rsp+0x100]', hex: '8b842400010000', displacement: 'stackWord', value: 'none' },
    { name: 'mov eax, [rax+0x100]', hex: '8b8000010000', displacement: 'word', value: 'none' },
    { name: 'mov eax, [0x100]', hex: '8b042500010000', displacement: 'word', value: 'none' },
    { name: 'mov eax, [rip+0x100]', hex: '8b0500010000', displacement: 'next', value: 'none' },
    { name: 'mov byte [rip+1], 2', hex: 'c6050100000002', displacement: 'next', value: 'byte' },
    { name: 'cmp eax, 1', hex: '3d01000000', displacement: 'none', value: 'word' },
    { name: 'cmp ax, 1', hex: '663d0100', displacement: 'none', value: 'half' },
    { name: 'cmp ecx, 1', hex: '83f901', displacement: 'none', value: 'either' },
    { name: 'cmp cx, 1', hex: '6683f901', displacement: 'none', value: 'byte' },
    { name: 'mov eax, 1', hex: 'b801000000', displacement: 'none', value: 'word' },
    { name: 'mov rax, 1', hex: '48b80100000000000000', displacement: 'none', value: 'long' },
    { name: 'test cl, 1', hex: 'f6c101', displacement: 'none', value: 'byte' },
    { name: 'test ecx, 1', hex: 'f7c101000000', displacement: 'none', value: 'word' },
    { name: 'neg ecx', hex: 'f7d9', displacement: 'none', value: 'none' },
    { name: 'je', hex: '7401', displacement: 'none', value: 'nearJump' },
    { name: 'jrcxz', hex: 'e301', displacement: 'none', value: 'nearJump' },
    { name: 'je with four bytes', hex: '0f8401000000', displacement: 'none', value: 'farJump' },
    { name: 'jmp with four bytes', hex: 'e901000000', displacement: 'none', value: 'farJump' },
    { name: 'call', hex: 'e801000000', displacement: 'none', value: 'call' },
    { name: 'ret 8', hex: 'c20800', displacement: 'none', value: 'half' },
    { name: 'pshufb', hex: '660f3800c1', displacement: 'none', value: 'none' },
    { name: 'palignr', hex: '660f3a0fc108', displacement: 'none', value: 'byte' },
    { name: 'vzeroupper', hex: 'c5f877', displacement: 'none', value: 'none' },
    { name: 'vpshufd', hex: 'c5f970c101', displacement: 'none', value: 'byte' },
    { name: 'vpblendw', hex: 'c4e3790ec101', displacement: 'none', value: 'byte' },
    { name: 'vaddps zmm', hex: '62f174485840ff', displacement: 'byte', value: 'none' },
  ] as const)('knows $name', ({ hex, displacement, value }) => {
    const bytes = fromHex(hex)
    const shape = shapeAt(bytes, 0)
    const length = codeBytes(shape) + displacementBytes(displacementOf(shape)) + valueBytes(valueOf(shape))
    expect(length).toBe(bytes.length)
    expect(valueOf(shape)).toBe(VALUE[value])
    expect(displacementOf(shape)).toBe(DISPLACEMENT[displacement])
  })

  it('knows where ModRM is', () => {
    expect(modRMAt(shapeAt(fromHex('660f3a0fc108'), 0))).toBe(4)
  })

  it('knows nothing that has more than 15 bytes', () => {
    expect(shapeAt(fromHex('6666666666666666488184240001000001000000'), 0)).toBe(0)
  })
})
