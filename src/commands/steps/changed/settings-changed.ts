import path from 'node:path'
import { imageGiven } from '../../../declare/images-file/image-given.ts'
import type { ImageEntry } from '../../../declare/images-file/images-file.ts'
import { imagesOf } from '../../../declare/images-file/images-of.ts'
import type { Given } from '../../../declare/given.ts'
import type { Host } from '../../../host/host.ts'
import { type Changes, fileInCommit } from '../../../host/read-changes.ts'
import { realPlace } from '../../../host/workspace.ts'
import type { FoundImages } from '../images-file.ts'
import { type Answer, changed, SAME, undecided } from './answer.ts'

/** For each image of a file, whether its settings are others than they were. */
export async function settingsComparer(
  host: Host,
  given: Given,
  found: FoundImages,
  changes: Changes,
): Promise<(key: string) => Answer> {
  const place = path.relative(changes.top, await realPlace(found.path))
  if (!changes.changed.has(place))
    return () => (changes.tracked.has(place) ? SAME : undecided(`${place} is not in git`))
  const then = await fileInCommit(host, changes.top, changes.start, place)
  if (then === null) return () => changed(place)
  const { readYaml } = await import('../../../declare/images-file/read-yaml.ts')
  const { tree } = readYaml(then)
  if (tree === null) return () => undecided(`${found.name} could not be read before`)
  const before = imagesOf(tree).file
  const from = { directory: found.directory, cwd: host.cwd }
  const valuesOf = (file: typeof before, entry: ImageEntry) =>
    Object.entries(imageGiven(given, file, entry, from).given.values)
      .map(pair => JSON.stringify(pair))
      .toSorted()
      .join('\n')
  return key => {
    const [now] = found.file.images.filter(entry => entry.key === key)
    const [old] = before.images.filter(entry => entry.key === key)
    const isSame =
      now !== undefined && old !== undefined && valuesOf(found.file, now) === valuesOf(before, old)
    return isSame ? SAME : changed(place)
  }
}
