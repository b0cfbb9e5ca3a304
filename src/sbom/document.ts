import { createHash } from 'node:crypto'
import type { BuildInfo } from '../binary/build-info.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import type { Blob } from '../image/blob.ts'
import { jsonBlob } from '../image/digest.ts'
import { VERSION } from '../version.ts'
import type { Component } from './component.ts'
import { componentsOf } from './components.ts'
import { formatTime } from '../declare/source-values.ts'

export const SPDX_MEDIA_TYPE = 'application/spdx+json'

/** The image for one platform, as far as its SBOM describes it. */
export interface Described {
  readonly name: string
  readonly platform: Platform
  /** Seconds since 1970; `null` if nothing says when it was made. */
  readonly created: number | null
  /** The commit; `null` if git does not know it. */
  readonly revision: string | null
  readonly binaries: readonly DescribedBinary[]
}

export interface DescribedBinary {
  /** Absolute path in the image. */
  readonly path: string
  /** As it ships. */
  readonly bytes: Uint8Array
  /** Of the binary as it was linked: a packer hides it. `null` if Go did not build it. */
  readonly buildInfo: BuildInfo | null
}

/**
 * The SBOM of an image as SPDX 2.3. Its bytes depend on nothing else than the image's content, and are as few as the
 * specification allows, because they may be put into the image.
 * https://spdx.github.io/spdx-spec/v2.3/
 */
export function spdxDocument({ name, platform, created, revision, binaries }: Described): Blob {
  const { all, mains, dependencies, withoutMain } = componentsOf(binaries.map(({ buildInfo }) => buildInfo))
  const ids = new Map(all.map((component, at) => [component, `SPDXRef-Package-${at + 1}`]))
  const idOf = (component: Component) => ids.get(component) ?? ''
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: DOCUMENT,
    name: `${name} ${formatPlatform(platform)}`,
    documentNamespace: '',
    // The specification requires a time.
    creationInfo: { created: formatTime(created ?? 0), creators: [`Tool: bantam-${VERSION}`] },
    packages: [
      {
        name,
        SPDXID: IMAGE,
        ...(revision === null ? {} : { versionInfo: revision }),
        ...NOT_ANALYZED,
        primaryPackagePurpose: 'CONTAINER',
      },
      ...all.map(component => packageOf(component, idOf(component))),
    ],
    files: binaries.map(({ path, bytes }, at) => ({
      fileName: `.${path}`,
      SPDXID: fileId(at),
      fileTypes: ['BINARY'],
      // The first is required.
      checksums: [checksum('SHA1', bytes), checksum('SHA256', bytes)],
    })),
    relationships: [
      relationship(DOCUMENT, 'DESCRIBES', IMAGE),
      ...[...dependencies.keys()].map(main => relationship(IMAGE, 'CONTAINS', idOf(main))),
      ...withoutMain.map(component => relationship(IMAGE, 'CONTAINS', idOf(component))),
      ...mains.map((main, at) =>
        main === null
          ? relationship(DOCUMENT, 'DESCRIBES', fileId(at))
          : relationship(fileId(at), 'GENERATED_FROM', idOf(main)),
      ),
      ...[...dependencies].flatMap(([main, parts]) =>
        parts.map(part => relationship(idOf(main), 'DEPENDS_ON', idOf(part))),
      ),
    ],
  }
  const content = jsonBlob(SPDX_MEDIA_TYPE, document)
  // Unique for each content, and the same for the same content.
  const documentNamespace = `https://spdx.org/spdxdocs/bantam-${content.digest.replace('sha256:', '')}`
  return jsonBlob(SPDX_MEDIA_TYPE, { ...document, documentNamespace })
}

const DOCUMENT = 'SPDXRef-DOCUMENT'
const IMAGE = 'SPDXRef-Image'

/** The package is described by its name and version, and not by all of its files. */
const NOT_ANALYZED = { downloadLocation: 'NOASSERTION', filesAnalyzed: false } as const

function fileId(at: number): string {
  return `SPDXRef-File-${at + 1}`
}

function packageOf({ name, version, purl, cpe, comment }: Component, id: string): object {
  const references = [
    ...(purl === null
      ? []
      : [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }]),
    ...(cpe === null
      ? []
      : [{ referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: cpe }]),
  ]
  return {
    name,
    SPDXID: id,
    ...(version === null ? {} : { versionInfo: version }),
    ...NOT_ANALYZED,
    ...(comment === null ? {} : { comment }),
    ...(references.length === 0 ? {} : { externalRefs: references }),
  }
}

function relationship(from: string, relationshipType: Relation, to: string): object {
  return { spdxElementId: from, relationshipType, relatedSpdxElement: to }
}

type Relation = 'DESCRIBES' | 'CONTAINS' | 'DEPENDS_ON' | 'GENERATED_FROM'

function checksum(algorithm: 'SHA1' | 'SHA256', bytes: Uint8Array): object {
  const checksumValue = createHash(algorithm.toLowerCase()).update(bytes).digest('hex')
  return { algorithm, checksumValue }
}
