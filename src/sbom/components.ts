import type { BuildInfo } from '../binary/build-info.ts'
import { byBytes } from '../image/byte-order.ts'
import { type Component, moduleComponent, standardLibrary } from './component.ts'

/** What was compiled into the binaries of an image. */
export interface Components {
  /** Each once, also if several binaries have it; in the order of names. */
  readonly all: readonly Component[]
  /** The main module of each binary, in the order of the binaries; `null` for a binary that Go did not build. */
  readonly mains: readonly (Component | null)[]
  /** For each main module what its binaries were built from. */
  readonly dependencies: ReadonlyMap<Component, readonly Component[]>
  /** Of binaries without a main module, which older versions of Go and other build systems make. */
  readonly withoutMain: readonly Component[]
}

export function componentsOf(binaries: readonly (BuildInfo | null)[]): Components {
  const known = new Map<string, Component>()
  const once = (component: Component): Component => {
    const key = JSON.stringify(component)
    const there = known.get(key) ?? component
    known.set(key, there)
    return there
  }
  const programs = binaries.map(buildInfo =>
    buildInfo === null
      ? { main: null, parts: [] }
      : {
          main: buildInfo.main === null ? null : once(moduleComponent(buildInfo.main)),
          parts: [...buildInfo.dependencies.map(moduleComponent), standardLibrary(buildInfo)].map(once),
        },
  )
  const dependencies = new Map<Component, readonly Component[]>()
  for (const { main, parts } of programs) {
    if (main === null) continue
    const all = new Set([...(dependencies.get(main) ?? []), ...parts])
    all.delete(main)
    dependencies.set(main, inOrder([...all]))
  }
  const loose = programs.flatMap(({ main, parts }) => (main === null ? parts : []))
  return {
    all: inOrder([...known.values()]),
    mains: programs.map(({ main }) => main),
    dependencies,
    withoutMain: inOrder([...new Set(loose)]),
  }
}

function inOrder(components: readonly Component[]): readonly Component[] {
  return components.toSorted(
    (one, other) => byBytes(one.name, other.name) || byBytes(JSON.stringify(one), JSON.stringify(other)),
  )
}
