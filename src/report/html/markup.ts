/** HTML that may stand as it is: only `html` and `verbatim` make it. */
export interface Markup {
  readonly markup: string
}

/** A path that may break after its slashes, rather than within a name. */
export function breakable(path: string): Markup {
  return { markup: path.split('/').map(escapeText).join('/<wbr>') }
}

type Piece = string | number | Markup | readonly Markup[]

/** Everything put in is text, and escaped, unless it is markup already. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: texts.map((text, index) => text + write(pieces[index] ?? '')).join('') }
}

/** @param markup written by this program, never by anybody else */
export function verbatim(markup: string): Markup {
  return { markup }
}

function write(piece: Piece): string {
  if (typeof piece === 'string' || typeof piece === 'number') return escapeText(String(piece))
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character] ?? '')
}

/** JSON that nothing within it can end: `</script>` and `<!--` both begin with the one character that is escaped. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}
