/** HTML that is safe to output unchanged. Only `html` and `verbatim` create it. */
export interface Markup {
  readonly markup: string
}

/** Splits a path so that it breaks after slashes and not within a name. */
export function breakable(path: string): Markup {
  return { markup: path.split('/').map(escapeText).join('/<wbr>') }
}

type Piece = string | number | Markup | readonly Markup[]

/** Builds markup. Every value is escaped as text, unless it is already markup. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { markup: texts.map((text, index) => text + write(pieces[index] ?? '')).join('') }
}

/** @param markup HTML from Bantam's own code, never from an outside source */
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

/**
 * Writes JSON for a script block. `</script>` and `<!--` would end the block, so the character that both begin with is
 * escaped.
 */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`)
}
