import { clause } from '../clause.ts'
import { DEFAULT_PLATFORM, formatPlatform, type Platform } from '../declare/platform.ts'
import { Absent, Failure } from '../failure.ts'
import { machine } from '../host/machine.ts'
import { quoted } from './unreadable.ts'

/**
 * Which of several platforms to open: the named ones, all, or (`usual`) the one that most images are for. `runnableOn`
 * is the image that suits a platform best: the one for it, or else for an older variant of its processor.
 */
export type Wanted = 'usual' | 'all' | readonly Platform[] | { readonly runnableOn: Platform }

/** One candidate for each wanted platform, and the platforms of the others. */
export interface Chosen<Candidate> {
  readonly chosen: readonly Candidate[]
  readonly others: readonly Platform[]
}

/**
 * Chooses the candidates of the wanted platforms. `usual` is linux/amd64, which Bantam builds by default, otherwise
 * this machine's platform, otherwise the first.
 *
 * @throws Absent `bad-input` if a platform does not exist
 * @throws Failure `bad-input` if a platform exists twice
 */
export function choose<Candidate extends { readonly platform: Platform }>(
  name: string,
  candidates: readonly Candidate[],
  wanted: Wanted,
): Chosen<Candidate> {
  const byPlatform = Map.groupBy(candidates, ({ platform }) => formatPlatform(platform))
  const keys = keysOf([...byPlatform.keys()], wanted)
  const chosen = keys.map(key => {
    const [first, second] = byPlatform.get(key) ?? []
    if (first === undefined)
      throw new Absent(
        'bad-input',
        {
          what: clause`${name} has no image for ${key}`,
          why: clause`it has ${[...byPlatform.keys()].map(shown).join(', ')}`,
        },
        { fields: { thing: name, platform: key } },
      )
    if (second !== undefined)
      throw new Failure(
        'bad-input',
        {
          what: clause`${name} holds several images for ${key}`,
          fix: clause`say which, by its tag behind a colon or by its digest`,
        },
        { fields: { thing: name, platform: key } },
      )
    return first
  })
  const others = [...byPlatform].flatMap(([key, [first]]) =>
    keys.includes(key) || first === undefined ? [] : [first.platform],
  )
  return { chosen, others }
}

function keysOf(there: readonly string[], wanted: Wanted): readonly string[] {
  if (wanted === 'all') return there
  if (typeof wanted === 'object' && 'runnableOn' in wanted) {
    const suiting = withOlderVariants(wanted.runnableOn).map(formatPlatform)
    return [suiting.find(key => there.includes(key)) ?? formatPlatform(wanted.runnableOn)]
  }
  if (wanted !== 'usual') return [...new Set(wanted.map(formatPlatform))]
  const usual =
    [formatPlatform(DEFAULT_PLATFORM), `linux/${machine()}`].find(key => there.includes(key)) ?? there[0]
  return usual === undefined ? [] : [usual]
}

/** `amd64/v3`, `amd64/v2`, `amd64/v1`, `amd64`: what runs on the last runs on the first. */
function withOlderVariants(platform: Platform): readonly Platform[] {
  const { os, architecture, variant } = platform
  const level = /^v(\d{1,2})$/.exec(variant ?? '')?.[1]
  const older =
    level === undefined ? [] : Array.from({ length: Number(level) }, (_, at) => Number(level) - at - 1)
  return [
    platform,
    ...older.map(number =>
      number === 0 ? { os, architecture } : { os, architecture, variant: `v${number}` },
    ),
  ]
}

function shown(key: string): string {
  return /^[\w/.-]{1,60}$/.test(key) ? key : quoted(key.slice(0, 60))
}
