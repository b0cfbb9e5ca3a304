import { realpathSync } from 'node:fs'
import path from 'node:path'
import type { SourcePackage } from '../../../compile/source-packages.ts'
import { isInside } from '../../../host/inside.ts'
import type { Changes } from '../../../host/read-changes.ts'
import { type Answer, changed, joined, SAME, undecided } from './answer.ts'
import { placeChanged, wayChanged } from './place-changed.ts'

/** Files that go compiles or links where they lie in the directory of a package. */
const SOURCE = /\.(?:go|c|cc|cpp|cxx|m|f|F|for|f90|h|hh|hpp|hxx|s|S|sx|swig|swigcxx|syso|a|o|ld)$/

/** Whether a package changed that is compiled into the image. Those of the module cache are known by their versions. */
export function packageChanged(changes: Changes, source: SourcePackage): Answer {
  if (source.error !== null) return undecided(`go cannot list ${source.importPath}`)
  if (source.standard || source.isCached) return SAME
  const way = wayChanged(changes, source.directory)
  if (way.kind === 'changed') return way
  const directory = realpathSync(source.directory)
  if (!isInside(changes.top, directory)) return undecided(`${source.directory} lies outside the checkout`)
  const place = path.relative(changes.top, directory)
  for (const file of changes.changed) {
    const isInPlace = path.dirname(file) === (place || '.')
    if ((isInPlace && isSource(file, source)) || isIncluded(file, source)) return changed(file)
  }
  // What is gone is in no list of today.
  for (const file of changes.gone) {
    const isEmbedded = (pattern: string) =>
      isInside(path.join(directory, startOf(pattern)), path.join(changes.top, file))
    if (source.embedPatterns.some(isEmbedded)) return changed(file)
  }
  return joined(
    source.files.flatMap(name => {
      const file = path.join(directory, name)
      const isLink = changes.tracked.get(path.join(place, name)) === '120000'
      return isLink
        ? [wayChanged(changes, file), placeChanged(changes, file, realpathSync(file))]
        : [placeChanged(changes, file, file)]
    }),
  )
}

/** C and assembly include files of any name that lie anywhere. */
function isIncluded(file: string, { includes }: SourcePackage): boolean {
  return includes && !file.endsWith('.go')
}

function isSource(file: string, { name }: SourcePackage): boolean {
  if (path.basename(file) === 'default.pgo') return name === 'main'
  return SOURCE.test(file) && !file.endsWith('_test.go')
}

/** The part of a pattern of //go:embed before its first wildcard, up to a slash. */
function startOf(pattern: string): string {
  const plain = pattern.replace(/^all:/, '')
  const at = plain.search(/[*?[\\]/)
  return at < 0 ? plain : plain.slice(0, at).replace(/[^/]*$/, '')
}
