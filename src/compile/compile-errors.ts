import path from 'node:path'
import type { Location } from '../failure.ts'

/**
 * Matches `cmd/api/main.go:12:5: undefined: x`, as the compiler, the linker and `go` itself write it. The column may be
 * missing.
 */
const PLACE =
  /^(?<file>[^\s:][^:]*\.(?:go|s|S|c|h|cc|cpp|cxx|mod|work)):(?<line>\d+)(?::(?<column>\d+))?:? (?<message>\S.*)$/

/**
 * Returns the places that go's output names in the user's own files, which are those below `cwd`. `file` is relative to
 * `cwd`.
 *
 * @param workingDirectory where go ran; its paths are relative to that.
 */
export function compileErrors(output: string, workingDirectory: string, cwd: string): readonly Location[] {
  const locations: Location[] = []
  for (const line of output.split('\n')) {
    const found = PLACE.exec(line.trimEnd())?.groups
    const previous = locations.at(-1)
    if (found !== undefined) locations.push(location(found, workingDirectory))
    else if (previous !== undefined && /^\t\S/.test(line)) {
      locations.splice(-1, 1, { ...previous, message: `${previous.message}\n${line.trim()}` })
    }
  }
  return locations
    .map(place => ({ ...place, file: path.relative(cwd, place.file) }))
    .filter(({ file }) => !file.startsWith('..') && !path.isAbsolute(file))
}

function location(found: Readonly<Record<string, string | undefined>>, workingDirectory: string): Location {
  const { file = '', line, column, message = '' } = found
  return {
    file: path.resolve(workingDirectory, file),
    line: Number(line),
    ...(column === undefined ? {} : { column: Number(column) }),
    message,
  }
}
