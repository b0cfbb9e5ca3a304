/** The terminal window or pipe that a report is written to. */
export interface Screen {
  /** The width in columns. */
  readonly width: number
  readonly colour: boolean
}

export type Ink = 'good' | 'bad' | 'doubtful' | 'strong'

/** https://en.wikipedia.org/wiki/ANSI_escape_code#Select_Graphic_Rendition_parameters */
const CODES: Readonly<Record<Ink, number>> = { good: 32, bad: 31, doubtful: 33, strong: 1 }

/** Colors text. It must already be wrapped, because escape codes have no width. */
export function paint(screen: Screen, ink: Ink, text: string): string {
  return screen.colour && text !== '' ? `\u001B[${CODES[ink]}m${text}\u001B[0m` : text
}
