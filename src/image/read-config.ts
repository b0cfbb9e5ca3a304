import * as v from 'valibot'
import { type Parsed, parsed } from '../declare/parsed.ts'
import type { Platform } from '../declare/platform.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { checkShape, DIGEST, STRINGS } from './check-shape.ts'
import { foundPlatform } from './found-platform.ts'
import { readJson } from './read-json.ts'

/**
 * The config of any image, also of one that Bantam did not build.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md
 */
export interface FoundConfig {
  readonly platform: Platform
  /** One for each layer, in order. */
  readonly diffIds: readonly Digest[]
  /** RFC 3339, as the config has it. */
  readonly created: string | null
  readonly entrypoint: readonly string[]
  readonly args: readonly string[]
  /** `NAME=value` */
  readonly env: readonly string[]
  /** Empty means root. */
  readonly user: string
  readonly workdir: string
  readonly labels: Readonly<Record<string, string>>
}

const LIST = v.nullish(v.array(v.string()), [])
const TEXT = v.nullish(v.string(), '')

const CONFIG = v.object({
  architecture: v.string(),
  os: v.string(),
  variant: v.optional(v.string()),
  created: v.nullish(v.string(), null),
  config: v.nullish(
    v.object({ Entrypoint: LIST, Cmd: LIST, Env: LIST, User: TEXT, WorkingDir: TEXT, Labels: STRINGS }),
    {},
  ),
  rootfs: v.object({ diff_ids: v.nullish(v.array(DIGEST), []) }),
})

/** Reads a config. The text of a problem continues a sentence that begins with its name. */
export function readConfig(bytes: Uint8Array): Parsed<FoundConfig> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const checked = checkShape(CONFIG, json.value)
  if (!checked.ok) return checked
  const { config, created, rootfs } = checked.value
  return parsed({
    platform: foundPlatform(checked.value),
    diffIds: rootfs.diff_ids,
    created,
    entrypoint: config.Entrypoint,
    args: config.Cmd,
    env: config.Env,
    user: config.User,
    workdir: config.WorkingDir,
    labels: config.Labels,
  })
}
