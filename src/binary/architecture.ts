import {
  EM_386,
  EM_AARCH64,
  EM_ARM,
  EM_LOONGARCH,
  EM_MIPS,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
} from './elf-constants.ts'

/**
 * Returns the GOARCH for an `e_machine`, or `null` if Go does not support the machine.
 * https://go.dev/src/debug/elf/elf.go
 */
export function architectureOf(machine: number, bits: 32 | 64, littleEndian: boolean): string | null {
  const found = ARCHITECTURES.find(
    known => known.machine === machine && known.bits === bits && known.littleEndian === littleEndian,
  )
  return found?.architecture ?? null
}

const ARCHITECTURES = [
  { architecture: '386', machine: EM_386, bits: 32, littleEndian: true },
  { architecture: 'mips', machine: EM_MIPS, bits: 32, littleEndian: false },
  { architecture: 'mipsle', machine: EM_MIPS, bits: 32, littleEndian: true },
  { architecture: 'mips64', machine: EM_MIPS, bits: 64, littleEndian: false },
  { architecture: 'mips64le', machine: EM_MIPS, bits: 64, littleEndian: true },
  { architecture: 'ppc64', machine: EM_PPC64, bits: 64, littleEndian: false },
  { architecture: 'ppc64le', machine: EM_PPC64, bits: 64, littleEndian: true },
  { architecture: 's390x', machine: EM_S390, bits: 64, littleEndian: false },
  { architecture: 'arm', machine: EM_ARM, bits: 32, littleEndian: true },
  { architecture: 'amd64', machine: EM_X86_64, bits: 64, littleEndian: true },
  { architecture: 'arm64', machine: EM_AARCH64, bits: 64, littleEndian: true },
  { architecture: 'riscv64', machine: EM_RISCV, bits: 64, littleEndian: true },
  { architecture: 'loong64', machine: EM_LOONGARCH, bits: 64, littleEndian: true },
] as const
