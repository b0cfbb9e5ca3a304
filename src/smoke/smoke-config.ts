import type { User } from '../declare/spec.ts'
import type { Blob } from '../image/blob.ts'

/** What a runtime takes from an image's config to start it. */
export interface SmokeConfig {
  readonly entrypoint: readonly string[]
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly user: User
  readonly workdir: string
}

/** Read from the very bytes that would be published. https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md */
export function smokeConfig(blob: Blob): SmokeConfig {
  const { config } = JSON.parse(Buffer.from(blob.bytes).toString('utf8')) as { readonly config: OciConfig }
  const [uid, gid] = config.User.split(':').map(Number)
  return {
    entrypoint: config.Entrypoint ?? [],
    args: config.Cmd ?? [],
    env: Object.fromEntries((config.Env ?? []).map(splitVariable)),
    user: { uid: uid ?? 0, gid: gid ?? 0 },
    workdir: config.WorkingDir ?? '/',
  }
}

interface OciConfig {
  readonly User: `${number}:${number}`
  readonly Entrypoint?: readonly string[]
  readonly Cmd?: readonly string[]
  readonly Env?: readonly string[]
  readonly WorkingDir?: string
}

function splitVariable(variable: string): readonly [name: string, value: string] {
  const at = variable.indexOf('=')
  return [variable.slice(0, at), variable.slice(at + 1)]
}
