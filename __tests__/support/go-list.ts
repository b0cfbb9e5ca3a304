import { listPlatform } from '../../src/toolchain/list-platform.ts'

/** A list of releases of Go, as the official one is served, of these: `go1.26.8`. Their archives are not there. */
export function listOfGo(...versions: readonly string[]): string {
  const { os, arch } = listPlatform()
  return JSON.stringify(
    versions.map(version => ({
      version,
      stable: true,
      files: [{ filename: 'go.tar.gz', os, arch, sha256: 'a'.repeat(64), kind: 'archive' }],
    })),
  )
}
