/** Node's word for a machine, where Go has another. Node runs on no ppc64 but the little-endian one. */
const GOARCH: Partial<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' }

/** GOARCH of this machine. */
export function machine(): string {
  return GOARCH[process.arch] ?? process.arch
}
