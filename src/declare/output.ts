import path from 'node:path'
import { type Parsed, parsed, problem } from './parsed.ts'

/** Where the image is written to, and in which format. */
export interface OutputSpec {
  readonly kind: 'layout' | 'archive'
  /** Absolute. */
  readonly path: string
}

/** The name tells the format. */
export function parseOutput(text: string, cwd: string): Parsed<OutputSpec> {
  const given = text.trim()
  if (/^(?:oci|oci-archive|docker-archive|docker-daemon):|^(?:type|dest)=/.test(given)) {
    return problem('is more than a path; write the path alone, ending in .tar for an archive')
  }
  if (/\.(?:tar\.\w+|tgz|txz)$/i.test(given))
    return problem('is a compressed archive; write a path that ends in .tar')
  if (given.includes('\0')) return problem('contains a NUL character; remove it')
  return parsed({ kind: given.endsWith('.tar') ? 'archive' : 'layout', path: path.resolve(cwd, given) })
}
