import path from 'node:path'
import { type Clause, clause } from '../clause.ts'
import { input, inputOrWord } from './input-part.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Reader } from './reader.ts'
import { slug } from './reference.ts'
import type { TemplateValues } from './template.ts'

/** The executables that are written beside the image, for a release. */
export interface BinariesSpec {
  /** Absolute. */
  readonly directory: string
  /** Whether each is in an archive of its own. */
  readonly archive: BinariesArchive
  /** As file names have it; `null` leaves it out. */
  readonly version: string | null
}

export type BinariesArchive = 'none' | 'tar.gz'

/**
 * @param others what else the run writes, by its input: none of it may lie in the folder, which is replaced as a whole, or
 *   around it
 */
export function declareBinaries(
  reader: Reader,
  cwd: string,
  values: TemplateValues,
  others: Readonly<Record<'output' | 'report', string | null>>,
): BinariesSpec | null {
  const archive = reader.choice('binaries-archive', ['none', 'tar.gz'])
  const directory = reader.value('binaries', text => parseFolder(text, cwd), null)
  if (directory === null) {
    if (reader.asked('binaries-archive') && !reader.asked('binaries'))
      reader.contradiction(
        'binaries-archive',
        clause`has no effect without ${input('binaries')}; write a folder there, such as dist`,
      )
    return null
  }
  for (const [name, place] of Object.entries(others)) {
    if (place !== null && (lies(place, directory) || lies(directory, place)))
      reader.wrong(
        'binaries',
        reader.text('binaries') ?? '',
        clause`and ${inputOrWord(name)} lie one in the other, and the folder of the binaries is replaced as a whole; write another place for one of them`,
      )
  }
  const { Version: version = { missing: '' } } = values
  return { directory, archive, version: 'value' in version ? slug(version.value) : null }
}

function parseFolder(text: string, cwd: string): Parsed<string, Clause> {
  const given = text.trim()
  if (/^(?:true|yes|on|all)$/i.test(given)) return problem(clause`is not a folder; write one such as dist`)
  if (/\.(?:tar|tgz|txz|zip)(?:\.\w+)?$/i.test(given))
    return problem(
      clause`is the name of an archive; write a folder such as dist, and ${input('binaries-archive', 'tar.gz')}`,
    )
  if (/[*?]/.test(given)) return problem(clause`is a pattern; write the folder itself, such as dist`)
  if (given.includes('{{')) return problem(clause`is not a template; write the folder itself, such as dist`)
  if (/[\0\n\r]/.test(given)) return problem(clause`is more than one line; write one folder, such as dist`)
  return parsed(path.resolve(cwd, given))
}

/** Whether a place is a directory, or lies in it. */
function lies(place: string, directory: string): boolean {
  return place === directory || place.startsWith(directory === '/' ? '/' : `${directory}/`)
}
