import type { User } from '../declare/spec.ts'
import type { Blob } from '../image/blob.ts'
import { readConfig } from '../image/read-config.ts'

/** What a container runtime takes from an image's config to start it. */
export interface SmokeConfig {
  readonly entrypoint: readonly string[]
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly user: User
  readonly workdir: string
}

/** Reads it from the bytes that would be published. */
export function smokeConfig(blob: Blob): SmokeConfig {
  const config = readConfig(blob.bytes)
  if (!config.ok) throw new Error(`the config of our own image ${config.problem}`)
  const { entrypoint, args, env, user, workdir } = config.value
  // Bantam writes the user and the group as numbers.
  const [uid = 0, gid = 0] = user.split(':').map(Number)
  return {
    entrypoint,
    args,
    env: Object.fromEntries(env.map(splitVariable)),
    user: { uid, gid },
    workdir: workdir === '' ? '/' : workdir,
  }
}

function splitVariable(variable: string): readonly [name: string, value: string] {
  const at = variable.indexOf('=')
  return [variable.slice(0, at), variable.slice(at + 1)]
}
