/** Of `seccomp_data` in `linux/seccomp.h`. */
const CALL = 0
const ARGUMENTS = 16
/** From `linux/bpf_common.h`. */
const [LOAD, AND, JUMP_EQUAL, RETURN] = [0x20, 0x54, 0x15, 0x06]
export const KILL = 0x80000000
export const ALLOW = 0x7fff0000
export const EPERM = 0x00050001

export interface Rule {
  readonly call: number
  /** The rule is about calls that have all of these bits in this argument. */
  readonly argument?: number
  readonly bits?: number
  readonly action: number
}

/** A seccomp filter whose rules are looked at from the first on; `otherwise` where none is about the call. */
export function seccompFilter(rules: readonly Rule[], otherwise: number): Uint8Array {
  const instructions = [...rules.flatMap(instructionsOf), [RETURN, 0, 0, otherwise] as const]
  const bytes = new Uint8Array(instructions.length * 8)
  const view = new DataView(bytes.buffer)
  instructions.forEach(([code, holds, fails, value], index) => {
    view.setUint16(index * 8, code, true)
    view.setUint8(index * 8 + 2, holds)
    view.setUint8(index * 8 + 3, fails)
    view.setUint32(index * 8 + 4, value, true)
  })
  return bytes
}

type Instruction = readonly [code: number, holds: number, fails: number, value: number]

function instructionsOf({ call, argument, bits = 0, action }: Rule): readonly Instruction[] {
  const test: readonly Instruction[] =
    argument === undefined
      ? []
      : [
          [LOAD, 0, 0, ARGUMENTS + 8 * argument],
          [AND, 0, 0, bits],
          [JUMP_EQUAL, 0, 1, bits],
        ]
  const rule: readonly Instruction[] = [...test, [RETURN, 0, 0, action]]
  return [[LOAD, 0, 0, CALL], [JUMP_EQUAL, 0, rule.length, call], ...rule]
}
