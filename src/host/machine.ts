/** Node's words for machines that Go names differently. The only ppc64 that Node runs on is little-endian. */
const GOARCH: Partial<Record<string, string>> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' }

/** The GOARCH of this machine. */
export function machine(): string {
  return GOARCH[process.arch] ?? process.arch
}
