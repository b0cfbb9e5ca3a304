import { formatSeconds } from './figures.ts'
import { printable } from './printable.ts'
import { layOut } from './row.ts'
import { type Screen, paint } from './screen.ts'

/** One line of the terminal's report, as its stage ends: `compile   go1.26.8 (PATH)   0.3 s   6.32 MB`. */
export interface StageLine {
  readonly stage: string
  /** With what, or on what: `upx 4.2.4 --best --lzma`. */
  readonly what: string
  /** `null` where a time would say nothing. */
  readonly ms: number | null
  /** What came of it. */
  readonly note: string
}

/** `proxy  linux/amd64` */
export function headline(name: string, platform: string, screen: Screen): string {
  return `${paint(screen, 'strong', printable(name))}  ${printable(platform)}`.trimEnd()
}

/** Several lines where the screen is narrow. */
export function stageLine({ stage, what, ms, note }: StageLine, screen: Screen): string {
  const figure = ms === null ? '' : formatSeconds(ms)
  return layOut({ label: stage, what, figure, note }, screen).join('\n')
}
