/** An OCI platform; the words are GOOS and GOARCH. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export interface Platform {
  readonly os: string
  readonly architecture: string
  /** `v6`, `v7` for arm; `v2`, `v3`, `v4` for amd64; left out where it says nothing. */
  readonly variant?: string
}

export function formatPlatform({ os, architecture, variant }: Platform): string {
  return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`
}
