import { formatPlatform, type Platform } from '../declare/platform.ts'
import { checkShape, PLATFORM } from '../image/check-shape.ts'
import { foundPlatform } from '../image/found-platform.ts'
import { readJson } from '../image/read-json.ts'
import { isAttestation, isImage, isIndexType, readManifest } from '../image/read-manifest.ts'
import type { FoundManifest, ListedManifest } from '../image/read-manifest.ts'
import type { RegistryClient } from './client.ts'
import type { ReadDocument } from './read-document.ts'

/**
 * An index may name other indexes, and may leave out platforms. At most this many of its manifests are opened, and none
 * at a deeper level.
 */
const MAX_OPENED = 16
const MAX_DEPTH = 3

/**
 * The platforms of the images in a manifest or index. Something that is not an image, or that is too damaged to run,
 * has none.
 *
 * @throws Failure `registry` if a part of it cannot be read
 */
export async function platformsAt(
  client: RegistryClient,
  repository: string,
  document: ReadDocument,
): Promise<readonly Platform[]> {
  let opened = 0

  async function ofDocument({ bytes }: ReadDocument, depth: number): Promise<readonly Platform[]> {
    const found = readManifest(bytes)
    if (!found.ok) return []
    if (found.value.kind === 'manifest') return ofImage(found.value)
    const platforms: Platform[] = []
    for (const listed of found.value.manifests) platforms.push(...(await ofListed(listed, depth)))
    return platforms
  }

  async function ofListed(listed: ListedManifest, depth: number): Promise<readonly Platform[]> {
    if (isAttestation(listed)) return []
    if (listed.platform !== null && !isIndexType(listed.mediaType)) return [listed.platform]
    opened += 1
    if (opened > MAX_OPENED || depth === MAX_DEPTH) return []
    const document = await client.manifest(repository, listed.digest)
    return document === null ? [] : ofDocument(document, depth + 1)
  }

  async function ofImage(manifest: FoundManifest): Promise<readonly Platform[]> {
    const config = isImage(manifest) ? await client.config(repository, manifest.config) : null
    const json = config === null ? null : readJson(config)
    const platform = json?.ok === true ? checkShape(PLATFORM, json.value) : null
    if (platform?.ok !== true || platform.value.os === '' || platform.value.architecture === '') return []
    return [foundPlatform(platform.value)]
  }

  const platforms = await ofDocument(document, 0)
  return [...new Map(platforms.map(platform => [formatPlatform(platform), platform])).values()]
}
