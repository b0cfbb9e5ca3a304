import type { CallMachine } from './system-call.ts'

/** The offsets of the fields of `seccomp_data` in `linux/seccomp.h`. */
const DATA = { call: 0, machine: 4, firstArgument: 16 }
/** From `linux/bpf_common.h`. */
const LOAD = 0x20
const JUMP = { equal: 0x15, atLeast: 0x35, anyBit: 0x45 }
const RETURN = 0x06
const ALLOW = 0x7fff0000
const FAIL_WITH = 0x00050000
const EPERM = 1
const ENOSYS = 38

/** `CLONE_NEWNS`, `NEWCGROUP`, `NEWUTS`, `NEWIPC`, `NEWUSER`, `NEWPID` and `NEWNET`. */
const NEW_NAMESPACES = 0x7e020000
const AF_VSOCK = 40

interface Table {
  /** `AUDIT_ARCH_*`. */
  readonly machine: number
  /** From this number on, calls belong to another numbering (x32). */
  readonly limit?: number
  readonly clone: number
  readonly clone3: number
  readonly socket: number
  /** Namespaces, mounts, keyrings, modules, clocks, tracing of the kernel, io_uring, swap, memory of other nodes. */
  readonly denied: readonly number[]
}

function numbers(text: string): readonly number[] {
  return text.trim().split(/\s+/).map(Number)
}

const EVERYWHERE = [425, 426, 427, 428, 429, 430, 431, 432, 433, 442, 443]

const AMD64: Table = {
  machine: 0xc000003e,
  limit: 0x40000000,
  clone: 56,
  clone3: 435,
  socket: 41,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    103 134 136 139 153 155 156 163 164 165 166 167 168 169 172 173 174 175 176 177 178 179 180 212 227
    237 238 239 246 248 249 250 256 272 279 298 304 308 313 320 321 323`),
  ],
}

const I386: Table = {
  machine: 0x40000003,
  clone: 120,
  clone3: 435,
  socket: 359,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    21 22 25 51 52 61 79 87 88 101 103 110 111 115 128 129 131 135 149 169 217 264 274 275 276 283 286
    287 288 294 310 317 336 342 346 350 357 374`),
  ],
}

const ARM64: Table = {
  machine: 0xc00000b7,
  clone: 220,
  clone3: 435,
  socket: 198,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    18 39 40 41 42 58 60 89 97 104 105 106 112 116 142 170 217 218 219 224 225 235 236 237 238 239 241
    265 268 273 280 282 294`),
  ],
}

const ARM: Table = {
  machine: 0x40000028,
  clone: 120,
  clone3: 435,
  socket: 281,
  denied: [
    ...EVERYWHERE,
    ...numbers(`
    21 51 52 79 87 88 103 111 115 128 129 131 149 169 218 262 309 310 311 319 320 321 337 344 347 364
    371 375 379 386 388`),
  ],
}

const TABLES: Readonly<Record<CallMachine, readonly Table[]>> = {
  amd64: [AMD64, I386],
  arm64: [ARM64, ARM],
}

interface Instruction {
  readonly code: number
  readonly value: number
  /** How many instructions to skip if the comparison holds, and if it does not. */
  readonly holds?: number
  readonly fails?: number
}

/**
 * Makes a filter that refuses the system calls that Docker and Podman refuse to a container without capabilities. A
 * service must not start here if it could not start there, and a hostile program can reach less of the kernel.
 * https://docs.docker.com/engine/security/seccomp/
 */
export function systemCallFilter(machine: CallMachine): {
  readonly instructions: number
  readonly bytes: Uint8Array
} {
  const program = [
    ...TABLES[machine].flatMap(table => {
      const block = blockOf(table)
      return [
        { code: LOAD, value: DATA.machine },
        { code: JUMP.equal, value: table.machine, fails: block.length },
        ...block,
      ]
    }),
    { code: RETURN, value: ALLOW },
  ]
  const bytes = Buffer.alloc(program.length * 8)
  program.forEach(({ code, value, holds = 0, fails = 0 }: Instruction, index) => {
    bytes.writeUInt16LE(code, index * 8)
    bytes.writeUInt8(holds, index * 8 + 2)
    bytes.writeUInt8(fails, index * 8 + 3)
    bytes.writeUInt32LE(value, index * 8 + 4)
  })
  return { instructions: program.length, bytes }
}

type Goal = 'clone' | 'socket' | 'unknown' | 'deny'

function blockOf({ limit, clone, clone3, socket, denied }: Table): readonly Instruction[] {
  const tests: readonly (Instruction & { readonly goal: Goal })[] = [
    ...(limit === undefined ? [] : [{ code: JUMP.atLeast, value: limit, goal: 'deny' } as const]),
    ...denied.map(value => ({ code: JUMP.equal, value, goal: 'deny' }) as const),
    { code: JUMP.equal, value: clone3, goal: 'unknown' },
    { code: JUMP.equal, value: clone, goal: 'clone' },
    { code: JUMP.equal, value: socket, goal: 'socket' },
  ]
  const rest: readonly Instruction[] = [
    { code: RETURN, value: ALLOW },
    // clone: the filter looks at the first argument. It cannot look at the arguments of clone3.
    { code: LOAD, value: DATA.firstArgument },
    { code: JUMP.anyBit, value: NEW_NAMESPACES, holds: 3, fails: 4 },
    // socket
    { code: LOAD, value: DATA.firstArgument },
    { code: JUMP.equal, value: AF_VSOCK, holds: 1, fails: 2 },
    { code: RETURN, value: FAIL_WITH + ENOSYS },
    { code: RETURN, value: FAIL_WITH + EPERM },
    { code: RETURN, value: ALLOW },
  ]
  const places = { clone: 1, socket: 3, unknown: 5, deny: 6 }
  return [
    { code: LOAD, value: DATA.call },
    ...tests.map(({ code, value, goal }, index) => ({
      code,
      value,
      holds: tests.length - index - 1 + places[goal],
    })),
    ...rest,
  ]
}
