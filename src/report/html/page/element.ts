type Content = Node | string | null

interface Properties {
  readonly class?: string
  readonly text?: string
  readonly on?: Readonly<Record<string, (event: Event) => void>>
  /** Set as attributes; `true` without a value, `false` and `null` not at all. */
  readonly [attribute: string]: unknown
}

/** An element with attributes, listeners and content. Text is text: nothing is ever read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { text, on = {}, ...attributes }: Properties = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, '')
    else if (typeof value === 'string' || typeof value === 'number') made.setAttribute(attribute, `${value}`)
  }
  for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener)
  if (text !== undefined) made.textContent = text
  made.append(...content.filter(part => part !== null))
  return made
}

/** A path that may break after its slashes, rather than within a name. */
export function breakable(path: string): readonly Content[] {
  const elements = path.split('/')
  return elements.flatMap((name, index) =>
    index === elements.length - 1 ? [name] : [`${name}/`, element('wbr')],
  )
}

/** A part of a whole as a line that fills: the table and the list both have it. */
export function meter(part: number, whole: number): HTMLElement {
  const fill = element('span')
  fill.style.inlineSize = `${whole === 0 ? 0 : Math.min(100, (100 * part) / whole)}%`
  return element('span', { class: 'meter', 'aria-hidden': 'true' }, fill)
}
