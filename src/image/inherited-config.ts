import path from 'node:path'
import * as v from 'valibot'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { checkShape, STRINGS } from './check-shape.ts'
import { readJson } from './read-json.ts'

/** What an image takes over from the config of its base, as Docker's FROM does. Entrypoint and command are not. */
export interface InheritedConfig {
  readonly env: Readonly<Record<string, string>>
  /** As the config has it, perhaps with names; empty means root. */
  readonly user: string
  /** `null`: `/`. */
  readonly workdir: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly expose: readonly string[]
  readonly volumes: readonly string[]
  readonly stopSignal: string | null
  /** Docker's field, written as it was read. */
  readonly healthcheck: object | null
  /** What made each layer, and steps that made none. */
  readonly history: readonly History[]
}

export type History = v.InferOutput<typeof HISTORY>

const TEXT = v.nullish(v.string(), '')
const EMPTY_OBJECTS = v.nullish(v.record(v.string(), v.unknown()), {})

/** https://github.com/moby/docker-image-spec/blob/v1.3.1/specs-go/v1/image.go */
const HEALTHCHECK = v.object({
  Test: v.exactOptional(v.array(v.string())),
  Interval: v.exactOptional(v.number()),
  Timeout: v.exactOptional(v.number()),
  StartPeriod: v.exactOptional(v.number()),
  StartInterval: v.exactOptional(v.number()),
  Retries: v.exactOptional(v.number()),
})

const HISTORY = v.object({
  created: v.exactOptional(v.string()),
  created_by: v.exactOptional(v.string()),
  author: v.exactOptional(v.string()),
  comment: v.exactOptional(v.string()),
  empty_layer: v.exactOptional(v.boolean()),
})

const CONFIG = v.object({
  config: v.nullish(
    v.object({
      Env: v.nullish(v.array(v.string()), []),
      User: TEXT,
      WorkingDir: TEXT,
      Labels: STRINGS,
      ExposedPorts: EMPTY_OBJECTS,
      Volumes: EMPTY_OBJECTS,
      StopSignal: TEXT,
      Healthcheck: v.nullish(HEALTHCHECK, null),
    }),
    {},
  ),
  history: v.nullish(v.array(HISTORY), []),
})

/** Reads what is inherited. The text of a problem continues a sentence that begins with the config's name. */
export function readInheritedConfig(bytes: Uint8Array): Parsed<InheritedConfig> {
  const json = readJson(bytes)
  if (!json.ok) return json
  const checked = checkShape(CONFIG, json.value)
  if (!checked.ok) return checked
  const { config, history } = checked.value
  const workdir = path.posix.resolve('/', config.WorkingDir)
  // The directory is made where it is missing, and these names would delete files instead.
  if (/\/\.wh\.|\0/.test(workdir)) return problem('has a WorkingDir that no image can have')
  return parsed({
    env: variablesOf(config.Env),
    user: config.User,
    workdir: workdir === '/' ? null : workdir,
    labels: config.Labels,
    expose: Object.keys(config.ExposedPorts),
    volumes: Object.keys(config.Volumes),
    stopSignal: config.StopSignal === '' ? null : config.StopSignal,
    healthcheck: config.Healthcheck,
    history,
  })
}

/** Of a variable that is there twice, the last value counts. One without `=` sets nothing. */
function variablesOf(env: readonly string[]): Readonly<Record<string, string>> {
  const pairs = env.flatMap(variable => {
    const at = variable.indexOf('=')
    return at <= 0 ? [] : [[variable.slice(0, at), variable.slice(at + 1)] as const]
  })
  return Object.fromEntries(pairs)
}
