/** `sha256:` and 64 hex digits. https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
export type Digest = `sha256:${string}`

export const DIGEST_PATTERN: RegExp = /^sha256:[0-9a-f]{64}$/

export function isDigest(text: string): text is Digest {
  return DIGEST_PATTERN.test(text)
}

/** `sha256:` and the first 12 digits, for people. */
export function shortDigest(digest: string): string {
  return digest.slice(0, 19)
}
