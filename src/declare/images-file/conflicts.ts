import { clause } from '../../clause.ts'
import type { InputName } from '../inputs.ts'
import { type Problem, wrongInput } from '../problem.ts'
import { formatReference } from '../reference.ts'
import type { ImageSpec } from '../spec.ts'

export interface NamedSpec {
  readonly key: string
  readonly spec: Pick<ImageSpec, 'publish' | 'binaries'>
  readonly sboms: readonly string[]
}

export interface Conflict {
  /** The later image of the two. */
  readonly key: string
  readonly problem: Problem
}

/** What two images of one run would both publish or write, one problem for each pair and kind. */
export function conflicts(images: readonly NamedSpec[]): readonly Conflict[] {
  return [...sameTags(images), ...samePlaces(images)]
}

function sameTags(images: readonly NamedSpec[]): readonly Conflict[] {
  const takenBy = new Map<string, string>()
  return images.flatMap(({ key, spec }) => {
    const found = spec.publish.references.map(formatReference).flatMap(reference => {
      const other = takenBy.get(reference)
      takenBy.set(reference, other ?? key)
      return other === undefined || other === key ? [] : [{ reference, other }]
    })
    const [first] = found
    if (first === undefined) return []
    const because = clause`gives image ${key} the tag ${first.reference}, which image ${first.other} has too; write another repository or tag`
    return [{ key, problem: wrongInput('image', because) }]
  })
}

interface Place {
  readonly name: InputName
  readonly path: string
  /** Whether everything in it is replaced. */
  readonly isFolder: boolean
}

function samePlaces(images: readonly NamedSpec[]): readonly Conflict[] {
  return images.flatMap(({ key, spec, sboms }, at) => {
    const earlier = images
      .slice(0, at)
      .flatMap(other => placesOf(other).map(place => ({ key: other.key, place })))
    const mine = placesOf({ spec, sboms })
    const pairs = mine.flatMap(place =>
      earlier.filter(other => overlap(place, other.place)).map(other => ({ place, other })),
    )
    const [first] = pairs
    if (first === undefined) return []
    const { place, other } = first
    const because = clause`of image ${key} is written where ${other.place.name} of image ${other.key} is, ${other.place.path}; write another place`
    return [{ key, problem: wrongInput(place.name, because) }]
  })
}

function placesOf({ spec, sboms }: Pick<NamedSpec, 'spec' | 'sboms'>): readonly Place[] {
  const { publish, binaries } = spec
  const { output } = publish
  return [
    ...(output === null
      ? []
      : [{ name: 'output' as const, path: output.path, isFolder: output.kind === 'layout' }]),
    ...(binaries === null ? [] : [{ name: 'binaries' as const, path: binaries.directory, isFolder: true }]),
    ...sboms.map(path => ({ name: 'sbom' as const, path, isFolder: false })),
  ]
}

function overlap(one: Place, other: Place): boolean {
  const lies = (inner: Place, outer: Place) => outer.isFolder && inner.path.startsWith(`${outer.path}/`)
  return one.path === other.path || lies(one, other) || lies(other, one)
}
