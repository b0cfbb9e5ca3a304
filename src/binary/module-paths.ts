import type { BuildInfo } from './build-info.ts'

/** The modules that a program was built from, whether or not a byte of theirs is left. `null`: its build info does not say. */
export function modulePaths(buildInfo: BuildInfo | null): readonly string[] | null {
  if (buildInfo === null) return null
  const main = buildInfo.main?.path ?? buildInfo.path
  // A replaced module keeps the path by which packages import it.
  return [...(main === null ? [] : [main]), ...buildInfo.dependencies.map(({ path }) => path)]
}
