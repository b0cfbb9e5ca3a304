import { expect, it } from '@jest/globals'
import { jsonBlob } from '../../src/image/digest.ts'
import { sbomReferrer } from '../../src/sbom/referrer.ts'

it('is a manifest with the SBOM for its only layer and the image for its subject', () => {
  const subject = jsonBlob('application/vnd.oci.image.manifest.v1+json', { schemaVersion: 2 })
  const document = jsonBlob('application/spdx+json', { spdxVersion: 'SPDX-2.3' })
  const { manifest, blobs, artifactType, ...rest } = sbomReferrer(subject, document)
  expect(rest.subject).toBe(subject)
  expect(artifactType).toBe('application/spdx+json')
  expect(JSON.parse(Buffer.from(manifest.bytes).toString())).toEqual({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: 'application/spdx+json',
    config: {
      mediaType: 'application/vnd.oci.empty.v1+json',
      digest: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      size: 2,
    },
    layers: [
      {
        mediaType: 'application/spdx+json',
        digest: document.digest,
        size: document.bytes.length,
        annotations: { 'org.opencontainers.image.title': 'sbom.spdx.json' },
      },
    ],
    subject: {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: subject.digest,
      size: subject.bytes.length,
    },
  })
  expect(blobs.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([
    '{}',
    '{"spdxVersion":"SPDX-2.3"}',
  ])
})
