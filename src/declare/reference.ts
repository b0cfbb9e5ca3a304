/**
 * A reference of the distribution spec: registry, repository and tag or digest.
 * https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
export interface Reference {
  /** Host and port as it is dialled: `ghcr.io`, `index.docker.io`, `127.0.0.1:5000`. */
  readonly registry: string
  /** `owner/name`, lower case; `library/` is spelt out for Docker Hub. */
  readonly repository: string
  /** A tag, or a digest `sha256:…`. */
  readonly identifier: string
}
