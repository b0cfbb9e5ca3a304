export const ARCHITECTURES: Readonly<
  Record<
    'amd64' | 'arm64',
    { readonly compiler: string; readonly text: string; readonly flags: readonly string[] }
  >
>
export function sourcesDigest(name: keyof typeof ARCHITECTURES): string
export function compilerVersion(name: keyof typeof ARCHITECTURES): string | null
export function buildLoader(name: keyof typeof ARCHITECTURES): {
  readonly code: Buffer
  readonly sizes: Readonly<Record<string, number>>
}
export function writeLoaders(say: (line: string) => void): void
export function checkLoaders(): { readonly wrong: readonly string[]; readonly notes: readonly string[] }
