import { callNumber, type CallMachine, type CallName } from './system-call.ts'

/** An argument once its text or bytes have an address. */
export type Value = bigint | 'own environment'

/**
 * The descriptor that a failed call is reported on, as two 32-bit numbers: the index of the call and its error number.
 */
export const REPORT = 3
/** The exit code of a program whose call failed. */
const FAILED = 125

/** Writes the machine code of a sequence of system calls. */
export interface MachineCode {
  /** The code has the same length whatever the values are, because addresses are known only once that length is. */
  call(name: CallName, args: readonly Value[]): Uint8Array
  /** Jumps `distance` bytes past its own end if the call before it failed. */
  jumpIfFailed(distance: number): Uint8Array
  readonly jumpLength: number
  /** Stores the index of the call that failed, and jumps `distance` bytes past its own end. */
  remember(call: number, distance: number): Uint8Array
  readonly rememberLength: number
  /** Writes the failed call to `REPORT` and exits with `FAILED`. */
  report(): Uint8Array
}

const AMD64: MachineCode = {
  call: (name, args) =>
    Buffer.concat([
      // mov rdi, rsi, rdx, r10, r8 and r9
      ...args.map((arg, index) => {
        // mov rax, [rsp]; lea rdx, [rsp + rax * 8 + 16]
        if (arg === 'own environment')
          return Buffer.from([0x48, 0x8b, 0x04, 0x24, 0x48, 0x8d, 0x54, 0xc4, 0x10, 0x90])
        const opcode = AMD64_MOVES[index] ?? []
        return Buffer.concat([Buffer.from(opcode), little64(arg)])
      }),
      Buffer.from([0xb8]),
      little32(callNumber(name, 'amd64')),
      Buffer.from([0x0f, 0x05]),
    ]),
  // test rax, rax; js
  jumpIfFailed: distance => Buffer.concat([Buffer.from([0x48, 0x85, 0xc0, 0x0f, 0x88]), little32(distance)]),
  jumpLength: 9,
  // mov ebx, call; jmp
  remember: (call, distance) =>
    Buffer.concat([Buffer.from([0xbb]), little32(call), Buffer.from([0xe9]), little32(distance)]),
  rememberLength: 10,
  report: () =>
    Buffer.concat([
      // neg eax; sub rsp, 16; mov [rsp], ebx; mov [rsp + 4], eax; mov rsi, rsp
      Buffer.from([0xf7, 0xd8, 0x48, 0x83, 0xec, 0x10, 0x89, 0x1c, 0x24, 0x89, 0x44, 0x24, 0x04]),
      Buffer.from([0x48, 0x89, 0xe6]),
      // mov edi, REPORT; mov edx, 8; mov eax, write; syscall
      Buffer.from([0xbf, REPORT, 0, 0, 0, 0xba, 8, 0, 0, 0, 0xb8, 1, 0, 0, 0, 0x0f, 0x05]),
      AMD64.call('exit_group', [BigInt(FAILED)]),
    ]),
}

const AMD64_MOVES = [
  [0x48, 0xbf],
  [0x48, 0xbe],
  [0x48, 0xba],
  [0x49, 0xba],
  [0x49, 0xb8],
  [0x49, 0xb9],
]

const ARM64: MachineCode = {
  call: (name, args) =>
    words([
      // add x2, sp, x9, lsl #3 with x9 = [sp]; add x2, x2, #16
      ...args.flatMap((arg, index) =>
        arg === 'own environment' ? [0xf94003e9, 0x8b296fe2, 0x91004042] : move(index, arg),
      ),
      ...move(8, BigInt(callNumber(name, 'arm64'))),
      SVC,
    ]),
  // tbnz x0, #63
  jumpIfFailed: distance => words([0xb7f80000 + (((distance + 4) / 4) & 0x3fff) * 32]),
  jumpLength: 4,
  // x20 = call; b
  remember: (call, distance) =>
    words([...move(20, BigInt(call)), 0x14000000 + (((distance + 4) / 4) & 0x3ffffff)]),
  rememberLength: 20,
  report: () =>
    words([
      // neg w1, w0; sub sp, sp, #16; str w20, [sp]; str w1, [sp, #4]
      0x4b0003e1,
      0xd10043ff,
      0xb90003f4,
      0xb90007e1,
      // x0 = REPORT; mov x1, sp; x2 = 8; x8 = write
      ...move(0, BigInt(REPORT)),
      0x910003e1,
      ...move(2, 8n),
      ...move(8, BigInt(callNumber('write', 'arm64'))),
      SVC,
      ...move(0, BigInt(FAILED)),
      ...move(8, BigInt(callNumber('exit_group', 'arm64'))),
      SVC,
    ]),
}

const SVC = 0xd4000001

/** movz and three times movk: always four instructions. */
function move(register: number, value: bigint): readonly number[] {
  return [0, 1, 2, 3].map(part => {
    const bits = Number((BigInt.asUintN(64, value) >> BigInt(16 * part)) & 0xffffn)
    return (part === 0 ? 0xd2800000 : 0xf2800000) + part * 0x200000 + bits * 32 + register
  })
}

function words(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32LE(value >>> 0, index * 4))
  return bytes
}

function little32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value | 0)
  return bytes
}

function little64(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, value))
  return bytes
}

export const MACHINE_CODE: Readonly<Record<CallMachine, MachineCode>> = { amd64: AMD64, arm64: ARM64 }
