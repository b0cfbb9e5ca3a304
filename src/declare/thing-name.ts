import { parseReference, type Reference } from './reference.ts'

/**
 * The meaning of a text that names something to weigh. It depends on the text alone, so that a file in a checkout
 * cannot take the place of an image in a registry. A path begins with `.` or `/`. A text with a tag, a digest or a
 * registry is an image.
 */
export type ThingName =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'image'; readonly reference: Reference }
  /** A bare name such as `hello`, `acme/hello` or `hello.tar`, or a text that cannot be an image. */
  | { readonly kind: 'either'; readonly name: string }

/** Names that end like this are files, unless a tag follows. */
export const FILE_NAME = /\.(?:tar|tgz|gz|zst|json)$/i

export function readThingName(text: string): ThingName {
  if (/^[./]/.test(text)) return { kind: 'path', path: text }
  const whole = parseReference(text)
  if (whole.ok) return { kind: 'image', reference: whole.value }
  if (beginsWithRegistry(text) && !FILE_NAME.test(text)) {
    const latest = parseReference(`${text}:latest`)
    if (latest.ok) return { kind: 'image', reference: latest.value }
  }
  return { kind: 'either', name: text }
}

/** Docker's rule for a registry: the first part has a dot or a port, or is localhost. */
function beginsWithRegistry(text: string): boolean {
  const [first = '', ...rest] = text.split('/')
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')
}
