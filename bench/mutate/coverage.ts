// Which places of the source ran since the last time somebody asked, as V8 counts them.
import { Session, type Profiler } from 'node:inspector'

export interface Place {
  readonly file: string
  readonly start: number
}

/** What `take` gives: the indexes of the places that ran since it was last called. */
export function watchPlaces(places: readonly Place[], urlOf: (file: string) => string) {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const byFile = Map.groupBy(places.keys(), index => places[index]?.file ?? '')

  function take(): readonly number[] {
    const scripts = new Map<string, Profiler.ScriptCoverage>()
    session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
      for (const script of result) scripts.set(script.url, script)
    })
    return [...byFile].flatMap(([file, indexes]) => {
      const script = scripts.get(urlOf(file))
      if (script === undefined) return []
      const ranges = script.functions.flatMap(one => one.ranges)
      return indexes.filter(index => hasRun(ranges, places[index]?.start ?? 0))
    })
  }

  return { take, stop: () => session.disconnect() }
}

/** The innermost range decides. */
function hasRun(ranges: readonly Profiler.CoverageRange[], offset: number): boolean {
  const around = ranges.filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)
  const [innermost] = around.toSorted(
    (one, other) => one.endOffset - one.startOffset - (other.endOffset - other.startOffset),
  )
  return innermost !== undefined && innermost.count > 0
}
