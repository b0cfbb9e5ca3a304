import type { InputName } from './inputs.ts'

/** A field of an image's config, and which input says it, or why none does. */
export interface ConfigField {
  /** As the config has it; those of the inner `config` object without it. */
  readonly name: string
  readonly input: InputName | null
  /** What decides it, or why it cannot be declared. */
  readonly because: string
}

/**
 * Every field of the OCI config and of Docker's additions to it.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md,
 * https://github.com/moby/docker-image-spec/blob/v1.3.1/spec.md
 */
export const CONFIG_FIELDS: readonly ConfigField[] = [
  { name: 'User', input: 'user', because: 'always in numbers' },
  { name: 'ExposedPorts', input: 'expose', because: '' },
  { name: 'Env', input: 'env', because: 'beside `HOME`, and `PATH` and `GOROOT` where they are needed' },
  { name: 'Entrypoint', input: 'entrypoint', because: 'the first binary, unless `cmd` is given' },
  { name: 'Cmd', input: 'args', because: 'or `cmd`, where there is no entrypoint' },
  { name: 'Volumes', input: 'volumes', because: '' },
  { name: 'WorkingDir', input: 'workdir', because: '' },
  { name: 'Labels', input: 'labels', because: 'beside those of the OCI specification' },
  { name: 'StopSignal', input: 'stop-signal', because: '' },
  { name: 'Healthcheck', input: 'healthcheck', because: 'Docker alone reads it' },
  { name: 'ArgsEscaped', input: null, because: 'for Windows alone, and deprecated' },
  { name: 'Shell', input: null, because: 'for the shell form of a Dockerfile: there is no shell' },
  { name: 'OnBuild', input: null, because: 'for images that Dockerfiles build on; OCI has no such field' },
  {
    name: 'Memory',
    input: null,
    because: 'reserved by the specification and read by nothing: limits belong to whoever runs the image',
  },
  { name: 'MemorySwap', input: null, because: 'as `Memory`' },
  { name: 'CpuShares', input: null, because: 'as `Memory`' },
  { name: 'created', input: null, because: "`SOURCE_DATE_EPOCH`, else the commit's time" },
  {
    name: 'author',
    input: 'labels',
    because: 'written as `org.opencontainers.image.authors`, which takes the place of this field',
  },
  { name: 'architecture', input: 'platforms', because: '' },
  { name: 'variant', input: 'platforms', because: '' },
  { name: 'os', input: 'platforms', because: 'linux alone' },
  { name: 'os.version', input: null, because: 'for Windows alone' },
  { name: 'os.features', input: null, because: 'for Windows alone' },
  { name: 'rootfs', input: null, because: 'what the layers are' },
  { name: 'history', input: null, because: 'one line for each layer, where the time is known' },
]
