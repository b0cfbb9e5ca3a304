import type { Platform } from '../declare/platform.ts'
import type { ConfigSpec, HealthcheckSpec } from '../declare/spec.ts'
import type { Blob } from './blob.ts'
import { sortedRecord } from './byte-order.ts'
import { jsonBlob } from './digest.ts'
import type { Layer } from './layer.ts'

const CONFIG_MEDIA_TYPE = 'application/vnd.oci.image.config.v1+json'

export interface ImageConfig {
  readonly platform: Platform
  readonly config: ConfigSpec
  readonly entrypoint: readonly string[]
  /** Defaults, which the user's own variables override. */
  readonly env: Readonly<Record<string, string>>
  readonly layers: readonly Layer[]
  /** Seconds since 1970; `null` leaves the time out. */
  readonly created: number | null
}

/**
 * Writes the config. The order of its keys affects the digest.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md
 */
export function imageConfig({ platform, config, entrypoint, env, layers, created }: ImageConfig): Blob {
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
      ...nonEmpty('Volumes', emptyObjects(config.volumes)),
      ...(config.workdir === null ? {} : { WorkingDir: config.workdir }),
      ...nonEmpty('Labels', sortedRecord(config.labels)),
      ...(config.stopSignal === null ? {} : { StopSignal: config.stopSignal }),
      ...(config.healthcheck === null ? {} : { Healthcheck: healthcheckOf(config.healthcheck) }),
    },
    rootfs: { type: 'layers', diff_ids: layers.map(layer => layer.diffId) },
    // The history is optional as a whole, but umoci 0.4 crashes on entries without times.
    ...(created === null
      ? {}
      : { history: layers.map(layer => ({ ...time, created_by: `bantam: ${layer.what}` })) }),
  })
}

/** Docker's addition to the config. https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md */
function healthcheckOf(healthcheck: HealthcheckSpec): object {
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
