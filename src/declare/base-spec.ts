import path from 'node:path'
import type { Clause } from '../clause.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { cutAtLastColon, formatReference, parseReference, type Reference } from './reference.ts'

/** What lies below the image's own layers. */
export type BaseSpec = { readonly kind: 'scratch' } | NamedBase

export type NamedBase =
  | (Inheriting & {
      readonly kind: 'image'
      readonly reference: Reference
      /** The whole name: with its tag if there is one, although a digest decides which image it is. */
      readonly name: string
    })
  | (Inheriting & {
      readonly kind: 'layout'
      /** Absolute path; what follows its last colon may be a tag of the layout. */
      readonly path: string
      /** The path as the user wrote it. */
      readonly name: string
    })

interface Inheriting {
  /** Whether the image runs as the base's user, because the user named none. */
  readonly inheritsUser: boolean
}

export const SCRATCH: BaseSpec = { kind: 'scratch' }

/** Reads `scratch`, an image with a tag or digest, or the path of an OCI layout, which begins with `.` or `/`. */
export function parseBase(
  text: string,
  directory: string,
  inheritsUser: boolean,
): Parsed<BaseSpec, string | Clause> {
  const given = text.trim()
  if (given === 'scratch') return parsed(SCRATCH)
  if (given === '') return problem('is empty; write scratch, an image such as alpine:3.22, or ./layout')
  if (/^[./]/.test(given))
    return parsed({ kind: 'layout', path: path.resolve(directory, given), name: given, inheritsUser })
  if (/^scratch[:@]/.test(given))
    return problem('is not an image, because scratch has no layers; write scratch')
  if (/\.(?:tar|tgz|gz|zst|json)$/i.test(given))
    return problem('is a file, not an image; unpack it and write the path of the OCI layout, such as ./base')
  return parseImage(given, inheritsUser)
}

function parseImage(given: string, inheritsUser: boolean): Parsed<BaseSpec, string | Clause> {
  const whole = parseReference(given)
  if (!whole.ok) return whole
  const reference = whole.value
  const [beforeDigest = ''] = given.split('@')
  const { tag } = cutAtLastColon(beforeDigest)
  if (!given.includes('@') || tag === null || tag.includes('/'))
    return parsed({ kind: 'image', reference, name: formatReference(reference), inheritsUser })
  // A name with both: the tag is for people, and the digest decides.
  const named = parseReference(beforeDigest)
  return named.ok
    ? parsed({ kind: 'image', reference, name: formatReference(named.value), inheritsUser })
    : named
}
