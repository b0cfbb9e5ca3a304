/** GOARCH for `e_machine`, `null` where Go has none. https://go.dev/src/debug/elf/elf.go */
export function architectureOf(machine: number, bits: 32 | 64, littleEndian: boolean): string | null {
  const found = ARCHITECTURES.find(
    known => known.machine === machine && known.bits === bits && known.littleEndian === littleEndian,
  )
  return found?.architecture ?? null
}

const ARCHITECTURES = [
  { architecture: '386', machine: 3, bits: 32, littleEndian: true },
  { architecture: 'mips', machine: 8, bits: 32, littleEndian: false },
  { architecture: 'mipsle', machine: 8, bits: 32, littleEndian: true },
  { architecture: 'mips64', machine: 8, bits: 64, littleEndian: false },
  { architecture: 'mips64le', machine: 8, bits: 64, littleEndian: true },
  { architecture: 'ppc64', machine: 21, bits: 64, littleEndian: false },
  { architecture: 'ppc64le', machine: 21, bits: 64, littleEndian: true },
  { architecture: 's390x', machine: 22, bits: 64, littleEndian: false },
  { architecture: 'arm', machine: 40, bits: 32, littleEndian: true },
  { architecture: 'amd64', machine: 62, bits: 64, littleEndian: true },
  { architecture: 'arm64', machine: 183, bits: 64, littleEndian: true },
  { architecture: 'riscv64', machine: 243, bits: 64, littleEndian: true },
  { architecture: 'loong64', machine: 258, bits: 64, littleEndian: true },
] as const
