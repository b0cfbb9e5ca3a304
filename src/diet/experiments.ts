/**
 * A value of GOEXPERIMENT that makes a binary smaller and otherwise changes only its speed. `go doc
 * internal/goexperiment`.
 */
export interface Experiment {
  readonly value: ExperimentValue
  /** The minor version of Go 1 from which it makes a difference. */
  readonly since: number
  /** The package that it affects; `null` for the runtime. */
  readonly package: string | null
}

export type ExperimentValue = 'nojsonv2' | 'nosizespecializedmalloc'

const EXPERIMENTS: readonly Experiment[] = [
  { value: 'nojsonv2', since: 27, package: 'encoding/json' },
  { value: 'nosizespecializedmalloc', since: 27, package: null },
]

/**
 * Returns the experiments that can make a service smaller. Only a toolchain itself knows whether it still offers them.
 *
 * @param goVersion as `go version` says it: `go1.27.4`
 * @param isCompiledIn whether a package is part of the service
 * @param current the value of GOEXPERIMENT
 */
export function experimentsFor(
  goVersion: string,
  isCompiledIn: (importPath: string) => boolean,
  current: string,
): readonly ExperimentValue[] {
  const minor = Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? 0)
  const named = current.split(',').map(word => word.trim().replace(/^no/, ''))
  return EXPERIMENTS.filter(
    experiment =>
      minor >= experiment.since &&
      !named.includes(experiment.value.replace(/^no/, '')) &&
      (experiment.package === null || isCompiledIn(experiment.package)),
  ).map(({ value }) => value)
}

/** GOEXPERIMENT with one more value. */
export function withExperiment(current: string, value: string): string {
  return [current, value].filter(word => word !== '').join(',')
}
