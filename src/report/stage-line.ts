import { formatSeconds } from './figures.ts'
import { printable } from './printable.ts'
import { layOut } from './row.ts'
import { type Screen, paint } from './screen.ts'

/** One line of the terminal's report, printed when its stage ends: `compile   go1.26.8 (PATH)   0.3 s   6.32 MB`. */
export interface StageLine {
  readonly stage: string
  /** The tool or the target: `upx 4.2.4 --best --lzma`. */
  readonly what: string
  /** `null` if a time is not meaningful. */
  readonly ms: number | null
  /** The result. */
  readonly note: string
}

/** `proxy  linux/amd64` */
export function headline(name: string, platform: string, screen: Screen): string {
  return `${paint(screen, 'strong', printable(name))}  ${printable(platform)}`.trimEnd()
}

/** Returns several lines if the screen is narrow. */
export function stageLine({ stage, what, ms, note }: StageLine, screen: Screen): string {
  const figure = ms === null ? '' : formatSeconds(ms)
  return layOut({ label: stage, what, figure, note }, screen).join('\n')
}
