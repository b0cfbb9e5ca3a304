import path from 'node:path'
import { imageGiven } from '../../src/declare/images-file/image-given.ts'
import { imagesOf } from '../../src/declare/images-file/images-of.ts'
import { readYaml } from '../../src/declare/images-file/read-yaml.ts'

export interface ReadImage {
  readonly key: string
  /** The defaults and its own settings, as its build gets them in a job. */
  readonly values: Readonly<Partial<Record<string, string>>>
}

/** What Bantam's own reader makes of a bantam.yaml in the working directory; it fails on every fault. */
export function readImages(text: string): readonly ReadImage[] {
  const { tree, faults } = readYaml(text)
  const read = tree === null ? { file: null, faults: [] } : imagesOf(tree)
  const all = [...faults, ...read.faults]
  if (read.file === null || all.length > 0) throw new Error(`${JSON.stringify(all)}\n${text}`)
  const { file } = read
  const place = { directory: path.resolve('/checkout'), cwd: path.resolve('/checkout') }
  return file.images.map(entry => {
    const { given } = imageGiven({ surface: 'action', values: {}, problems: [] }, file, entry, place)
    return { key: entry.key, values: given.values }
  })
}
