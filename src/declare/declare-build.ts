import path from 'node:path'
import { clause } from '../clause.ts'
import { input } from './input-part.ts'
import { checkVariable, parseBuildFlags, parseBuildTag, parseBuildVariable } from './go-flags.ts'
import { linkerFlagsFault, UNKNOWN_PLACES } from './go-programs.ts'
import { joinLinkerFlags, splitLinkerFlags, splitLinkerFlagsItem } from './linker-flags.ts'
import { unique } from './list.ts'
import type { BinaryPlace } from './binary-place.ts'
import { parseBinaryPlace, parseMain } from './main-spec.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { DEFAULT_PLATFORM, formatPlatform, type Platform, parsePlatform } from './platform.ts'
import { platformValues } from './platform-values.ts'
import type { Reader } from './reader.ts'
import type { CompileSpec, MainSpec, Source } from './spec.ts'
import type { Surroundings } from './surroundings.ts'
import { fillTemplate, type TemplateValues } from './template.ts'

/** In the order in which the user named them. */
export function declarePlatforms(reader: Reader): readonly [Platform, ...Platform[]] {
  const given = reader.text('platforms')
  const items = given === null ? [formatPlatform(DEFAULT_PLATFORM)] : reader.items('platforms')
  if (items.length === 0)
    reader.wrong('platforms', given ?? '', 'names no platform; write one, such as linux/amd64')
  const platforms = reader.each('platforms', items, parsePlatform)
  for (const [at, platform] of platforms.entries()) {
    const text = formatPlatform(platform)
    if (platforms.findIndex(other => formatPlatform(other) === text) < at)
      reader.wrong('platforms', text, 'is named twice; write it once')
  }
  const [first = DEFAULT_PLATFORM, ...others] = platforms
  return [first, ...others]
}

export function declareSource(reader: Reader, directory: string, platform: Platform): Source {
  if (reader.text('binary') === null) return { kind: 'main', mains: declareMains(reader) }
  if (reader.asked('main'))
    reader.contradiction('main', clause`and ${input('binary')} cannot be used together; write one of them`)
  const none = { file: '', place: { name: '' } }
  const { file, place } = reader.value('binary', text => parseBinary(text, platform), none)
  return { kind: 'binary', path: path.resolve(directory, file), ...place }
}

function declareMains(reader: Reader): readonly MainSpec[] {
  const mains = reader.each('main', reader.items('main'), parseMain)
  for (const [at, main] of mains.entries()) {
    const earlier = mains.slice(0, at)
    if (earlier.some(({ path }) => path === main.path)) {
      reader.wrong('main', main.path, 'is given twice; write it once')
    } else if (main.name !== null && earlier.some(({ name }) => name === main.name)) {
      reader.wrong('main', `${main.path}=${main.name}`, 'has the name of an earlier one; write another name')
    }
  }
  return mains
}

interface BinaryFile {
  readonly file: string
  readonly place: BinaryPlace
}

/** Reads `file`, `file=name` or `file=/directory/name`. */
function parseBinary(text: string, platform: Platform): Parsed<BinaryFile> {
  const filled = fillTemplate(text, platformValues(platform))
  if (!filled.ok) return filled
  const [, file = filled.value, written] = /^([^=]+)=(.*)$/s.exec(filled.value) ?? []
  if (/[\n\0]/.test(file)) return problem('is more than one path; write one')
  if (file.endsWith('/')) return problem('is a directory; write the path of an executable')
  const place = written === undefined ? parseBinaryPlace(path.basename(file)) : parseBinaryPlace(written)
  return place.ok ? parsed({ file, place: place.value }) : place
}

/** What only a Go build looks at. */
export const GO_ONLY = [
  'go-version',
  'go-version-file',
  'go-download-url',
  'ldflags',
  'build-tags',
  'build-flags',
  'build-env',
  'build-vcs',
  'cgo',
] as const

export function declareCompile(
  reader: Reader,
  source: Source,
  { env }: Surroundings,
  values: TemplateValues,
): CompileSpec {
  if (source.kind === 'binary') {
    for (const name of GO_ONLY) {
      if (reader.asked(name)) {
        reader.contradiction(
          name,
          clause`has no effect with ${input('binary')}, which is already built; leave one of them out`,
        )
      }
    }
  } else {
    for (const name of ['GOFLAGS', 'GOCACHEPROG', 'GOAUTH', 'GOENV'] as const) {
      const value = env[name] ?? ''
      const wrong = checkVariable(name, value)
      // GOAUTH may hold a secret.
      if (wrong !== null) reader.wrong(name, name === 'GOAUTH' ? '…' : value, wrong)
    }
  }
  const words = reader.words('build-flags')
  const flags = parseBuildFlags(words)
  if (!flags.ok) reader.wrong('build-flags', reader.text('build-flags') ?? '', flags.problem)
  const tags = reader.lines('build-tags').flatMap(line => line.split(/[\s,]+/))
  return {
    ldflags: declareLinkerFlags(reader, env, values),
    buildTags: unique(
      reader.each(
        'build-tags',
        tags.filter(tag => tag !== ''),
        parseBuildTag,
      ),
    ),
    buildFlags: words,
    buildEnv: reader.map('build-env', parseBuildVariable),
    buildVcs: reader.boolean('build-vcs'),
    cgo: reader.choice('cgo', ['off', 'static']),
  }
}

function declareLinkerFlags(reader: Reader, env: Surroundings['env'], values: TemplateValues): string {
  const fields = reader.words('ldflags', { split: splitLinkerFlags, item: splitLinkerFlagsItem })
  const filled = reader.each('ldflags', fields, field =>
    fillTemplate(field, values, reader.variables('ldflags', env)),
  )
  if (filled.length < fields.length) return ''
  const joined = checkLinkerFlags(fields, filled)
  if (joined.ok) return joined.value
  reader.wrong('ldflags', reader.text('ldflags') ?? '', joined.problem)
  return ''
}

function checkLinkerFlags(fields: readonly string[], filled: readonly string[]): Parsed<string> {
  const first = fields[0]
  if (first === undefined) return parsed('')
  if (!first.startsWith('-')) {
    return problem(
      `begins with ${first}, which is not a flag; write -X ${first.includes('=') ? first : 'main.version=1.0'}`,
    )
  }
  const unset = fields.find((field, at) => fields[at - 1] === '-X' && !/^[^=]+\.[^=.]+=/.test(field))
  if (unset !== undefined || fields.at(-1) === '-X') {
    return problem(
      `has -X ${unset ?? ''}, which sets nothing; write -X package.name=value, such as -X main.version=1.0`,
    )
  }
  const fault = linkerFlagsFault(filled, UNKNOWN_PLACES)
  return fault === null ? joinLinkerFlags(filled) : problem(fault)
}
