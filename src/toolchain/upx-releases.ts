export const OFFICIAL_UPX = 'https://github.com/upx/upx/releases/download'

/**
 * SHA-256 of the release archives. UPX publishes no hashes for these versions; these are the hashes that many
 * independent public repositories pin.
 */
const PINS: ReadonlyMap<string, string> = new Map([
  ['upx-4.2.4-amd64_linux.tar.xz', '75cab4e57ab72fb4585ee45ff36388d280c7afd72aa03e8d4b9c3cbddb474193'],
  ['upx-4.2.4-arm64_linux.tar.xz', '6bfeae6714e34a82e63245289888719c41fd6af29f749a44ae3d3d166ba6a1c9'],
])

/** UPX's names for the machines that it has Linux builds for, by Node's names. */
const BUILDS: Readonly<Record<string, string>> = {
  x64: 'amd64_linux',
  arm64: 'arm64_linux',
  arm: 'arm_linux',
  ia32: 'i386_linux',
  ppc64: 'powerpc64le_linux',
  riscv64: 'riscv64_linux',
}

/** The archive's name; `null` if UPX has no build for the machine. */
export function upxArchive(version: string, platform: string, arch: string): string | null {
  const build = BUILDS[arch]
  return platform === 'linux' && build !== undefined ? `upx-${version}-${build}.tar.xz` : null
}

export function pinOf(archive: string): string | null {
  return PINS.get(archive) ?? null
}
