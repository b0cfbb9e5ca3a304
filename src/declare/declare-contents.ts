import path from 'node:path'
import { parseExposed, parseImagePath, parseSignal, parseSmokeHttp, parseUser } from './config-values.ts'
import { parseFileSpec } from './file-spec.ts'
import { type Assignment, splitLines, splitList, unique } from './list.ts'
import { nearest } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Reader } from './reader.ts'
import type { CertificatesSpec, ConfigSpec, FileSpec, SmokeSpec, Source } from './spec.ts'
import type { Surroundings } from './surroundings.ts'
import { fillTemplate, formatTime, type TemplateValues, versionOf } from './template.ts'

const DEFAULT_USER = { uid: 65532, gid: 65532 }

/** What the assembled image writes itself. */
const OWN_FILES = ['/etc/passwd', '/etc/group']
const CERTIFICATES_FILE = '/etc/ssl/certs/ca-certificates.crt'

export interface LabelSources {
  readonly surroundings: Surroundings
  readonly created: number | null
  /** For the title; `null` leaves it out. */
  readonly title: string | null
  readonly values: TemplateValues
}

export function declareConfig(reader: Reader, sources: LabelSources): ConfigSpec {
  const entrypoint = reader.words('entrypoint')
  const [program] = entrypoint
  if (program !== undefined && !program.startsWith('/')) {
    reader.wrong(
      'entrypoint',
      program,
      `is not absolute, and scratch has no PATH; write /${program.replace(/^\.\//, '')}`,
    )
  }
  const defaults = defaultLabels(sources)
  const fill = ({ name, value }: Assignment): Parsed<Assignment> => {
    const filled = fillTemplate(value, sources.values, sources.surroundings.env)
    return filled.ok ? parsed({ name, value: filled.value }) : filled
  }
  return {
    entrypoint: entrypoint.length === 0 ? null : entrypoint,
    args: reader.words('args'),
    env: reader.map('env', parseVariable),
    expose: unique(reader.each('expose', splitList(reader.text('expose') ?? ''), parseExposed)),
    user: reader.value('user', parseUser, DEFAULT_USER),
    workdir: reader.value('workdir', parseImagePath, null),
    volumes: unique(reader.each('volumes', splitList(reader.text('volumes') ?? ''), parseVolume)),
    stopSignal: reader.value('stop-signal', parseSignal, null),
    labels: { ...defaults, ...reader.map('labels', fill) },
    annotations: {
      ...defaults,
      ...reader.map('annotations', line => {
        const level = parseAnnotationLevel(line)
        return level.ok ? fill(level.value) : level
      }),
    },
  }
}

function parseVariable(assignment: Assignment): Parsed<Assignment> {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(assignment.name)
    ? parsed(assignment)
    : problem(
        'is no name of a variable: letters, digits and "_", not beginning with a digit; write NAME=value',
      )
}

function parseVolume(text: string): Parsed<string> {
  const place = parseImagePath(text)
  return place.ok && place.value === '/'
    ? problem('is the whole image; write a directory such as /data')
    : place
}

/** docker/metadata-action writes `manifest:key=value`; the other levels it knows are of an index. */
function parseAnnotationLevel({ name, value }: Assignment): Parsed<Assignment> {
  const level = /^([a-z-]+)(?:\[[^\]]*\])?:(.+)$/.exec(name)
  if (level === null) return parsed({ name, value })
  return level[1] === 'manifest'
    ? parsed({ name: level[2] ?? '', value })
    : problem(
        `is an annotation of "${level[1]}", but one platform makes one manifest; write manifest:${level[2]}`,
      )
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
function defaultLabels({ surroundings, created, title }: LabelSources): Readonly<Record<string, string>> {
  const { source, commit, tag } = surroundings.repository
  const labels = {
    created: created === null ? null : formatTime(created),
    revision: commit,
    source: source === null ? null : source.replace(/\/\/[^/@]*@/, '//'),
    title,
    version: tag === null ? null : versionOf(tag),
  }
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) =>
      value === null ? [] : [[`org.opencontainers.image.${key}`, value]],
    ),
  )
}

export function declareFiles(reader: Reader, directory: string): readonly FileSpec[] {
  return reader.each('files', splitLines(reader.text('files') ?? ''), line => parseFileSpec(line, directory))
}

/** Two things that want one place in the image. Names that only the toolchain knows are for `assemble` to look at. */
export function checkPlaces(
  reader: Reader,
  source: Source,
  files: readonly FileSpec[],
  { workdir, volumes }: ConfigSpec,
): void {
  const names =
    source.kind === 'binary'
      ? [source.name]
      : source.mains.flatMap(({ name }) => (name === null ? [] : [name]))
  const binaries = names.map(name => `/${name}`)
  const taken = new Map<string, string>([
    ...binaries.map(place => [place, 'the binary'] as const),
    ...OWN_FILES.map(place => [place, 'a file of Bantam’s own'] as const),
    ...(reader.text('certificates') === 'none'
      ? []
      : [[CERTIFICATES_FILE, 'the certificates (certificates: none leaves them out)'] as const]),
  ])
  for (const { source: from, destination } of files) {
    const before = taken.get(destination)
    if (before !== undefined) {
      reader.wrong('files', `${from}:${destination}`, `goes where ${before} lies; write another destination`)
    } else {
      const under = binaries.find(binary => destination.startsWith(`${binary}/`))
      if (under !== undefined) {
        reader.wrong(
          'files',
          `${from}:${destination}`,
          `goes below the binary ${under}; write another destination`,
        )
      }
      taken.set(destination, 'another file')
    }
  }
  const directories = [...volumes.map(place => ['volumes', place] as const), ['workdir', workdir] as const]
  for (const [input, place] of directories) {
    const before = place === null ? undefined : taken.get(place)
    if (place !== null && before !== undefined && before !== 'another file') {
      reader.wrong(input, place, `is where ${before} lies, and no directory; write another one`)
    }
  }
}

const ROOTS = ['auto', 'mozilla', 'system', 'none'] as const

export function declareCertificates(reader: Reader, directory: string): CertificatesSpec {
  const extra = splitList(reader.text('extra-certificates') ?? '')
  return {
    roots: reader.value('certificates', text => parseRoots(text, directory), 'auto'),
    extra: unique(extra.map(file => path.resolve(directory, file))),
  }
}

function parseRoots(text: string, directory: string): Parsed<CertificatesSpec['roots']> {
  const known = ROOTS.find(root => root === text)
  if (known !== undefined) return parsed(known)
  const meant = nearest(text, ROOTS)
  if (meant !== null)
    return problem(`is unknown; did you mean "${meant}"? A file in this directory is written ./${text}`)
  if (!/[/.]/.test(text))
    return problem('is unknown; write auto, mozilla, system, none or the path of a PEM file')
  return parsed({ file: path.resolve(directory, text) })
}

export function declareSmoke(reader: Reader): SmokeSpec | null {
  const given = reader.text('smoke-args') !== null
  const args = reader.words('smoke-args')
  const http = reader.value('smoke-http', parseSmokeHttp, null)
  const env = reader.map('smoke-env', parseVariable)
  if (given || http !== null) return { args: given ? args : null, http, env }
  if (reader.asked('smoke-env') && !reader.asked('smoke-http')) {
    reader.contradiction('smoke-env', 'says nothing without smoke-args or smoke-http; write one of them')
  }
  return null
}
