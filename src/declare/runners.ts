import { type Parsed, parsed, problem } from './parsed.ts'
import { formatPlatform, parsePlatform } from './platform.ts'
import type { Assignment } from './list.ts'
import type { Reader } from './reader.ts'

/** The runner of each platform that the user named one for. */
export type Runners = Readonly<Record<string, string>>

export function declareRunners(reader: Reader): Runners {
  return reader.map('runners', parseRunner)
}

/** Reads one line `linux/arm64=my-label`. */
export function parseRunner({ name, value }: Assignment): Parsed<Assignment> {
  const platform = parsePlatform(name)
  if (!platform.ok) return platform
  const label = value.trim()
  if (label === '') return problem('names no runner; write a label of runs-on, such as ubuntu-24.04-arm')
  if (/[\s,[\]{}'"$]/.test(label))
    return problem('is not one label of a runner; write one, such as ubuntu-24.04-arm')
  return parsed({ name: formatPlatform(platform.value), value: label })
}
