import { getSystemErrorMessage } from 'node:util'
import {
  ELFCLASS64,
  ELFDATA2LSB,
  ELFMAG,
  EM_AARCH64,
  EM_X86_64,
  ET_EXEC,
  EV_CURRENT,
  PF_R,
  PF_W,
  PF_X,
  PT_LOAD,
} from '../binary/elf-constants.ts'
import { MACHINE_CODE, type MachineCode, type Value } from './machine-code.ts'
import {
  OWN_ENVIRONMENT,
  type CallArgument,
  type CallMachine,
  type SystemCall,
  type Words,
} from './system-call.ts'

const ELF_MACHINES: Readonly<Record<CallMachine, number>> = { amd64: EM_X86_64, arm64: EM_AARCH64 }
const HEADERS = 64 + 56
const ADDRESS = 0x10000
const POINTER = 8

/**
 * Makes a static executable that makes these system calls one after the other and exits with 0. It needs no loader,
 * library, shell or file, so it can take the last steps of an isolation, after which nothing of this machine is
 * visible.
 */
export function callProgram(machine: CallMachine, calls: readonly SystemCall[]): Uint8Array {
  const code = MACHINE_CODE[machine]
  const ending: SystemCall = { call: 'exit_group', args: [0], purpose: null }
  // The first pass finds the length of the code, which no value changes. The second has the addresses of the data
  // behind it.
  const { length } = assemble(code, [...calls, ending], () => 0n)
  const data = new Data(ADDRESS + HEADERS + length)
  const text = assemble(code, [...calls, ending], value => data.addressOf(value))
  return executable(machine, Buffer.concat([text, data.bytes()]))
}

/** Reads the report of a program of `callProgram`; `why` is a clause. `null`: it wrote nothing, so no call failed. */
export function readReport(
  calls: readonly SystemCall[],
  report: Uint8Array,
): { readonly call: SystemCall; readonly why: string } | null {
  if (report.length < 8) return null
  const bytes = Buffer.from(report)
  const call = calls[bytes.readUInt32LE(0)]
  if (call === undefined) return null
  return { call, why: getSystemErrorMessage(-bytes.readUInt32LE(4)) ?? 'an unknown error' }
}

function assemble(
  code: MachineCode,
  calls: readonly SystemCall[],
  addressOf: (value: Exclude<CallArgument, number | symbol>) => bigint,
): Uint8Array {
  const valueOf = (arg: CallArgument): Value => {
    if (arg === OWN_ENVIRONMENT) return 'own environment'
    return typeof arg === 'number' ? BigInt(arg) : addressOf(arg)
  }
  const made = calls.map(({ call, args }) => code.call(call, args.map(valueOf)))
  const checked = calls.flatMap(({ purpose }, index) => (purpose === null ? [] : [index]))
  const end = made.reduce(
    (at, bytes, index) => at + bytes.length + (checked.includes(index) ? code.jumpLength : 0),
    0,
  )
  const parts: Uint8Array[] = []
  let at = 0
  const add = (bytes: Uint8Array) => {
    parts.push(bytes)
    at += bytes.length
  }
  made.forEach((bytes, index) => {
    add(bytes)
    const place = checked.indexOf(index)
    if (place >= 0) add(code.jumpIfFailed(end + place * code.rememberLength - (at + code.jumpLength)))
  })
  const report = end + checked.length * code.rememberLength
  for (const index of checked) add(code.remember(index, report - (at + code.rememberLength)))
  add(code.report())
  return Buffer.concat(parts)
}

/** The data behind the code: texts (each once), bytes and lists. */
class Data {
  readonly #start: number
  readonly #parts: Uint8Array[] = []
  readonly #texts = new Map<string, bigint>()
  #length = 0

  constructor(start: number) {
    this.#start = start
  }

  addressOf(value: string | Uint8Array | Words | readonly string[]): bigint {
    if (value instanceof Uint8Array) return this.#add(value)
    if (typeof value !== 'string')
      return 'words' in value
        ? this.#addWords(value.words)
        : this.#addWords([...value.map(text => this.addressOf(text)), 0])
    const known = this.#texts.get(value)
    if (known !== undefined) return known
    const address = this.#add(Buffer.from(`${value}\0`))
    this.#texts.set(value, address)
    return address
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts)
  }

  #addWords(words: readonly (number | bigint | Uint8Array)[]): bigint {
    const bytes = Buffer.alloc(words.length * POINTER)
    words.forEach((word, index) => {
      const value = word instanceof Uint8Array ? this.addressOf(word) : BigInt(word)
      bytes.writeBigUInt64LE(value, index * POINTER)
    })
    return this.#add(bytes)
  }

  #add(bytes: Uint8Array): bigint {
    const address = this.#start + this.#length
    const gap = (POINTER - (address % POINTER)) % POINTER
    this.#parts.push(new Uint8Array(gap), bytes)
    this.#length += gap + bytes.length
    return BigInt(address + gap)
  }
}

function executable(machine: CallMachine, content: Uint8Array): Uint8Array {
  const headers = Buffer.alloc(HEADERS)
  const size = HEADERS + content.length
  headers.set([...ELFMAG, ELFCLASS64, ELFDATA2LSB, EV_CURRENT])
  headers.writeUInt16LE(ET_EXEC, 16) // e_type
  headers.writeUInt16LE(ELF_MACHINES[machine], 18) // e_machine
  headers.writeUInt32LE(EV_CURRENT, 20) // e_version
  headers.writeBigUInt64LE(BigInt(ADDRESS + HEADERS), 24) // e_entry
  headers.writeBigUInt64LE(64n, 32) // e_phoff
  headers.writeUInt16LE(64, 52) // e_ehsize
  headers.writeUInt16LE(56, 54) // e_phentsize
  headers.writeUInt16LE(1, 56) // e_phnum
  headers.writeUInt32LE(PT_LOAD, 64) // p_type
  headers.writeUInt32LE(PF_R | PF_W | PF_X, 68) // p_flags; `read` writes to it
  headers.writeBigUInt64LE(BigInt(ADDRESS), 80) // p_vaddr
  headers.writeBigUInt64LE(BigInt(size), 96) // p_filesz
  headers.writeBigUInt64LE(BigInt(size), 104) // p_memsz
  headers.writeBigUInt64LE(0x10000n, 112) // p_align
  return Buffer.concat([headers, content])
}
