/** What is written on: a terminal's window, or a pipe. */
export interface Screen {
  /** Columns. */
  readonly width: number
  readonly colour: boolean
}

export type Ink = 'good' | 'bad' | 'doubtful' | 'strong'

/** https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters */
const CODES: Readonly<Record<Ink, number>> = { good: 32, bad: 31, doubtful: 33, strong: 1 }

/** Wraps text that is already laid out, since colour has no width. */
export function paint(screen: Screen, ink: Ink, text: string): string {
  return screen.colour && text !== '' ? `\u001B[${CODES[ink]}m${text}\u001B[0m` : text
}
