import type { BuildInfo } from './build-info.ts'

/**
 * Returns the paths of the modules that a program was built from, even of those without a byte in it. `null` if the
 * build info does not say.
 */
export function modulePaths(buildInfo: BuildInfo | null): readonly string[] | null {
  if (buildInfo === null) return null
  const main = buildInfo.main?.path ?? buildInfo.path
  // Packages import a replaced module by its original path.
  return [...(main === null ? [] : [main]), ...buildInfo.dependencies.map(({ path }) => path)]
}
