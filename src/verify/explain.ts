import type { Settings } from '../weigh-in/weigh-in.ts'
import type { Reason } from './reason.ts'
import type { LayerDifference } from './verification.ts'

/** What is known of both builds, beside their bytes. */
export interface Builds {
  readonly revision: string
  /** Absolute paths of the programs that were compiled. */
  readonly programs: readonly string[]
  readonly image: BuildFacts
  readonly rebuilt: BuildFacts
}

export interface BuildFacts {
  readonly bantam: string
  readonly settings: Pick<Settings, 'certificates' | 'timezones'>
}

/** Why an image differs from its rebuild, apart from its programs. */
export function explainContents(
  layers: readonly LayerDifference[],
  { revision, programs, image, rebuilt }: Builds,
): readonly Reason[] {
  const contents = (['certificates', 'timezones'] as const).flatMap((of): readonly Reason[] =>
    image.settings[of] === rebuilt.settings[of]
      ? []
      : [{ kind: 'contents', of, image: image.settings[of], rebuilt: rebuilt.settings[of] }],
  )
  const copied = layers
    .filter(({ what, how }) => what === 'files' && how === 'files')
    .flatMap(({ files }) => files.map(({ path }) => path))
  const extra = layers.flatMap(layer => foreignIn(layer, programs))
  const versions: readonly Reason[] =
    image.bantam === rebuilt.bantam ? [] : [{ kind: 'bantam', image: image.bantam, rebuilt: rebuilt.bantam }]
  return [
    ...versions,
    ...contents,
    ...(copied.length === 0 ? [] : [{ kind: 'files' as const, revision, paths: copied }]),
    ...extra.map(what => ({ kind: 'foreign' as const, what })),
  ]
}

/** What the image has, and no build makes: a whole layer, or files in a layer that has only what Bantam puts there. */
function foreignIn(
  { what, rebuilt, files }: LayerDifference,
  programs: readonly string[],
): readonly string[] {
  if (rebuilt === null) return [what]
  if (what === 'files') return []
  return files
    .filter(({ path, aspects }) => aspects.includes('only in the image') && !programs.includes(path))
    .map(({ path }) => path)
}
