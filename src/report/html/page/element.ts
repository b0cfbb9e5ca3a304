type Content = Node | string | null

interface Properties {
  readonly class?: string
  readonly text?: string
  readonly on?: Readonly<Record<string, (event: Event) => void>>
  /** Set as an attribute. `true` sets it without a value; `false` and `null` leave it out. */
  readonly [attribute: string]: unknown
}

/** Creates an element with attributes, listeners and content. Text is never parsed as HTML. */
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

/** Splits a path so that it breaks after slashes and not within a name. */
export function breakable(path: string): readonly Content[] {
  const elements = path.split('/')
  return elements.flatMap((name, index) =>
    index === elements.length - 1 ? [name] : [`${name}/`, element('wbr')],
  )
}

/** A bar that shows a part of a whole. The table and the list both use it. */
export function meter(part: number, whole: number): HTMLElement {
  const fill = element('span')
  fill.style.inlineSize = `${whole === 0 ? 0 : Math.min(100, (100 * part) / whole)}%`
  return element('span', { class: 'meter', 'aria-hidden': 'true' }, fill)
}
