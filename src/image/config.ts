import type { Platform } from '../declare/platform.ts'
import type { ConfigSpec } from '../declare/spec.ts'
import type { Blob } from './blob.ts'
import { sortedRecord } from './byte-order.ts'
import { jsonBlob } from './digest.ts'
import type { History } from './inherited-config.ts'
import type { Layer } from './layer.ts'

const CONFIG_MEDIA_TYPE = 'application/vnd.oci.image.config.v1+json'

export interface ImageConfig {
  readonly platform: Platform
  readonly config: ConfigSpec
  readonly entrypoint: readonly string[]
  /** Defaults, which the user's own variables override. */
  readonly env: Readonly<Record<string, string>>
  readonly layers: readonly Layer[]
  /** The base image, whose layers come first; left out on `scratch`. */
  readonly on?: BelowConfig
  /** Seconds since 1970; `null` leaves the time out. */
  readonly created: number | null
}

/** What a config says of the layers of a base. */
export interface BelowConfig {
  readonly layers: readonly Pick<Layer, 'diffId'>[]
  readonly config: { readonly history: readonly History[] }
}

/**
 * Writes the config. The order of its keys affects the digest.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md
 */
export function imageConfig({ platform, config, entrypoint, env, layers, on, created }: ImageConfig): Blob {
  const time =
    created === null ? {} : { created: new Date(created * 1000).toISOString().replace('.000Z', 'Z') }
  return jsonBlob(CONFIG_MEDIA_TYPE, {
    ...time,
    architecture: platform.architecture,
    ...(platform.variant === undefined ? {} : { variant: platform.variant }),
    os: platform.os,
    config: {
      User: `${config.user.uid}:${config.user.gid}`,
      ...nonEmpty('ExposedPorts', emptyObjects(config.expose)),
      ...nonEmpty(
        'Env',
        Object.entries(sortedRecord({ ...env, ...config.env })).map(([name, value]) => `${name}=${value}`),
      ),
      ...nonEmpty('Entrypoint', entrypoint),
      ...nonEmpty('Cmd', config.args),
      ...nonEmpty('Volumes', emptyObjects([...(config.inherited?.volumes ?? []), ...config.volumes])),
      ...(config.workdir === null ? {} : { WorkingDir: config.workdir }),
      ...nonEmpty('Labels', sortedRecord(config.labels)),
      ...(config.stopSignal === null ? {} : { StopSignal: config.stopSignal }),
      ...nonNull('Healthcheck', healthcheckOf(config)),
    },
    rootfs: { type: 'layers', diff_ids: [...(on?.layers ?? []), ...layers].map(layer => layer.diffId) },
    // The history is optional as a whole, but umoci 0.4 crashes on entries without times.
    ...(created === null
      ? {}
      : {
          history: [
            ...inheritedHistory(on),
            ...layers.map(layer => ({ ...time, created_by: `bantam: ${layer.what}` })),
          ],
        }),
  })
}

/** The history of a base is kept if it fits its layers. Otherwise each layer is only said to be one of the base. */
function inheritedHistory(on: BelowConfig | undefined): readonly History[] {
  if (on === undefined) return []
  const { layers, config } = on
  const made = config.history.filter(entry => entry.empty_layer !== true)
  return made.length === layers.length
    ? config.history
    : layers.map(() => ({ created_by: 'a layer of the base' }))
}

/**
 * Docker's addition to the config. That of a base stays unless the user wrote one.
 * https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md
 */
function healthcheckOf({ healthcheck, inherited }: ConfigSpec): object | null {
  if (healthcheck === null) return inherited?.healthcheck ?? null
  if (healthcheck.kind === 'none') return { Test: ['NONE'] }
  const { words, interval, timeout, startPeriod, startInterval, retries } = healthcheck
  return {
    Test: ['CMD', ...words],
    ...(interval === undefined ? {} : { Interval: interval }),
    ...(timeout === undefined ? {} : { Timeout: timeout }),
    ...(startPeriod === undefined ? {} : { StartPeriod: startPeriod }),
    ...(startInterval === undefined ? {} : { StartInterval: startInterval }),
    ...(retries === undefined ? {} : { Retries: retries }),
  }
}

function emptyObjects(names: readonly string[]): Readonly<Record<string, object>> {
  return sortedRecord(Object.fromEntries(names.map(name => [name, {}])))
}

function nonEmpty(key: string, value: object): object {
  return Object.keys(value).length === 0 ? {} : { [key]: value }
}

function nonNull(key: string, value: object | null): object {
  return value === null ? {} : { [key]: value }
}
