// https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md

export const MANIFEST_MEDIA_TYPE = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX_MEDIA_TYPE = 'application/vnd.oci.image.index.v1+json'
