import type { Settings } from '../weigh-in/weigh-in.ts'
import type { Given } from './given.ts'
import { shown } from './images-file/shown.ts'
import type { InputName } from './inputs.ts'
import { splitLinkerFlags } from './linker-flags.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { formatPlatform, type Platform } from './platform.ts'
import type { RecordedInput, RecordedInputs } from './recorded.ts'
import { otherFlagOf } from './plain-flags.ts'
import { RECORDED } from './recorded-inputs.ts'

/** What an image says of how it was built. All of it may come from a stranger. */
export interface BuildRecord {
  readonly platform: Platform
  readonly settings: Omit<Settings, 'goSource'>
  readonly inputs: RecordedInputs
  readonly config: ShownConfig
  /** The base that it names; `null` for none. */
  readonly base: { readonly name: string | null; readonly digest: string } | null
  /** Its programs, where all of them are of the build; else `null`. */
  readonly programs: readonly BuiltProgram[] | null
  /** Whether Go wrote the revision into the binary. */
  readonly vcs: boolean
  /** What Go says of the settings that come from its environment: GOEXPERIMENT, GOFIPS140. */
  readonly goEnv: Readonly<Record<string, string>>
  /** Whether the SBOM is in the image. */
  readonly sbom: boolean
}

/** The part of a config that inputs decide. */
export interface ShownConfig {
  readonly entrypoint: readonly string[]
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly expose: readonly string[]
  readonly user: string
  readonly workdir: string | null
  readonly stopSignal: string | null
  readonly healthcheck: Healthcheck | null
}

export interface Healthcheck {
  readonly Test?: readonly string[]
  readonly Interval?: number
  readonly Timeout?: number
  readonly StartPeriod?: number
  readonly StartInterval?: number
  readonly Retries?: number
}

export interface BuiltProgram {
  /** Its path in the image. */
  readonly path: string
  /** The import path of its main package. */
  readonly main: string
}

/** Inputs of the person who verifies: where tools come from, and what an image does not keep. */
export const OWN_INPUTS = [
  'build-env',
  'go-download-url',
  'upx-download-url',
  'upx-sha256',
] as const satisfies readonly InputName[]

type Values = Partial<Record<InputName, string>>

/**
 * The inputs that build the same image again. They are checked like those of any build, so an image cannot make Go or
 * UPX run something that a workflow could not.
 */
export function rebuildInputs(record: BuildRecord, own: Given['values']): Parsed<Given> {
  const { settings, inputs, platform } = record
  // It may be made by hand, to have a build write or publish something.
  const strange = Object.keys(inputs).find(name => !RECORDED.some(known => known === name))
  if (strange !== undefined) return problem(`keeps "${strange}", which is no input that an image keeps`)
  const packing = packingValues(settings.packer, own)
  if (!packing.ok) return packing
  const compiling = inputs.binary === undefined ? compilingValues(record) : parsed({})
  if (!compiling.ok) return compiling
  const values: Values = {
    platforms: formatPlatform(platform),
    ...compiling.value,
    ...packing.value,
    'layer-compression': settings.layerCompression ?? 'gzip',
    sbom: record.sbom ? 'embedded' : 'none',
    ...command(record.config),
    ...(record.base === null ? configValues(record.config) : baseValue(record.base)),
    ...(record.programs === null
      ? {}
      : some(
          'main',
          record.programs.map(({ main, path }) => `${main}=${path}`),
        )),
    ...recordedValues(inputs),
    push: 'false',
    baseline: 'none',
  }
  if (inputs.binary !== undefined) return parsed({ surface: 'terminal', values, problems: [] })
  const url = own['go-download-url']
  const downloading: Values = url === undefined ? {} : { 'go-download-url': url }
  const env = [...(own['build-env'] === undefined ? [] : [own['build-env']]), ...goEnvText(record)]
  return parsed({
    surface: 'terminal',
    values: { ...values, ...downloading, ...(env.length === 0 ? {} : { 'build-env': env.join('\n') }) },
    // Each is read by itself, however it is written.
    ...(env.length > 1 ? { repeated: { 'build-env': env } } : {}),
    problems: [],
  })
}

function compilingValues({ settings, vcs }: BuildRecord): Parsed<Values> {
  const { go, ldflags, buildTags, buildFlags, cgo } = settings
  if (go === null || ldflags === null)
    return problem('does not say which Go and which flags it was built with')
  const flag = otherFlagOf({ buildFlags: buildFlags ?? [], ldflags })
  if (flag !== null)
    return problem(`was built with ${shown(flag)}, which can have a build write files or run programs`)
  return parsed({
    'go-version': go.replace(/^go/, '').replace(/ .*$/, ''),
    ...linkerFlags(ldflags),
    ...some('build-tags', buildTags ?? []),
    ...some('build-flags', buildFlags ?? []),
    cgo: cgo ?? 'off',
    'build-vcs': String(vcs),
  })
}

function goEnvText({ goEnv }: BuildRecord): readonly string[] {
  return Object.keys(goEnv).length === 0 ? [] : [JSON.stringify(goEnv)]
}

function some(name: InputName, items: readonly string[]): Values {
  return items.length === 0 ? {} : { [name]: JSON.stringify(items) }
}

function recordedValues(inputs: RecordedInputs): Values {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, textOf(value)] as const))
}

function textOf(value: RecordedInput): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** These are the flags that Go was given, in which braces are no template any more. */
function linkerFlags(ldflags: string): Values {
  const text = ldflags.replace(/^-s -w ?/, '').replaceAll('{{', '{{"{{"}}')
  if (text === '') return {}
  const fields = splitLinkerFlags(text)
  // In a text that is no list, a line break would count as a space.
  return { ldflags: /[\r\n]/.test(text) && fields.ok ? JSON.stringify(fields.value) : text }
}

/** Reads `upx 4.2.4 --best --lzma` and `bantam 1 (zstd 1.5.7)`. */
function packingValues(title: string | null, own: Given['values']): Parsed<Values> {
  if (title === null) return parsed({ pack: 'off' })
  // The version of zstd is the one of this Node. Where it gives other bytes, the difference is explained by it.
  if (/^bantam 1 \(zstd [\w.]+\)$/.test(title)) return parsed({ pack: 'auto', packer: 'bantam' })
  const [, version, args = ''] = /^upx (\d+\.\d+\.\d+)((?: \S+)*)$/.exec(title) ?? []
  if (version === undefined) return problem('was packed by a packer that this Bantam does not know')
  const sources = (['upx-download-url', 'upx-sha256'] as const).flatMap(name => {
    const value = own[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return parsed({
    pack: 'auto',
    packer: 'upx',
    'upx-version': version,
    ...some('upx-args', args.split(' ').filter(Boolean)),
    ...Object.fromEntries(sources),
  })
}

function command({ entrypoint, args }: ShownConfig): Values {
  return entrypoint.length === 0
    ? some('cmd', args)
    : { ...some('entrypoint', entrypoint), ...some('args', args) }
}

function configValues({ env, expose, user, workdir, stopSignal, healthcheck }: ShownConfig): Values {
  return {
    ...(Object.keys(env).length === 0 ? {} : { env: JSON.stringify(env) }),
    ...some('expose', expose),
    user,
    ...(workdir === null ? {} : { workdir }),
    ...(stopSignal === null ? {} : { 'stop-signal': stopSignal }),
    ...(healthcheck === null ? {} : { healthcheck: healthcheckText(healthcheck) }),
  }
}

function healthcheckText({
  Test = [],
  Interval,
  Timeout,
  StartPeriod,
  StartInterval,
  Retries,
}: Healthcheck): string {
  const [keyword = '', ...words] = Test
  if (keyword === 'NONE') return 'NONE'
  const flags = [
    ['interval', Interval, 'ns'],
    ['timeout', Timeout, 'ns'],
    ['start-period', StartPeriod, 'ns'],
    ['start-interval', StartInterval, 'ns'],
    ['retries', Retries, ''],
  ] as const
  const given = flags.flatMap(([name, value, unit]) =>
    value === undefined ? [] : [`--${name}=${value}${unit}`],
  )
  return [...given, keyword, JSON.stringify(words)].join(' ')
}

/** By its digest, whatever its tag names today. A layout has no name; its path is one of the recorded inputs. */
function baseValue({ name, digest }: NonNullable<BuildRecord['base']>): Values {
  return name === null ? {} : { base: `${name}@${digest}` }
}
