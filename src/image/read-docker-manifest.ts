import * as v from 'valibot'
import type { Parsed } from '../declare/parsed.ts'
import { checkShape } from './check-shape.ts'
import { readJson } from './read-json.ts'

/** One image of `manifest.json`. Its parts are named by their paths in the archive. */
export interface SavedImage {
  readonly Config: string
  readonly RepoTags: readonly string[]
  readonly Layers: readonly string[]
}

const SAVED = v.pipe(
  v.array(
    v.object({
      Config: v.string(),
      RepoTags: v.nullish(v.array(v.string()), []),
      Layers: v.pipe(v.nullish(v.array(v.string()), []), v.maxLength(1000)),
    }),
  ),
  v.minLength(1),
  v.maxLength(1000),
)

/** Reads the `manifest.json` that `docker save` writes. https://github.com/moby/moby/blob/v28.5.2/image/tarexport/tarexport.go */
export function readDockerManifest(bytes: Uint8Array): Parsed<readonly SavedImage[]> {
  const json = readJson(bytes)
  return json.ok ? checkShape(SAVED, json.value) : json
}
