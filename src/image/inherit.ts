import type { ConfigSpec, User } from '../declare/spec.ts'
import type { BaseImage } from './base-image.ts'

/**
 * The config of an image on a base, as Docker's FROM inherits it: what the user wrote wins, lists and maps are joined, and
 * the base's entrypoint and command are dropped.
 *
 * @param user the one that was asked for, or the base's
 */
export function inherit(own: ConfigSpec, { config }: Pick<BaseImage, 'config'>, user: User): ConfigSpec {
  return {
    ...own,
    user,
    workdir: own.workdir ?? config.workdir,
    labels: { ...config.labels, ...own.labels },
    expose: joined(config.expose, own.expose),
    stopSignal: own.stopSignal ?? config.stopSignal,
    inherited: { env: config.env, volumes: config.volumes, healthcheck: config.healthcheck },
  }
}

function joined(inherited: readonly string[], own: readonly string[]): readonly string[] {
  return [...new Set([...inherited, ...own])]
}
