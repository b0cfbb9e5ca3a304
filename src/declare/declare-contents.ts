import path from 'node:path'
import { clause } from '../clause.ts'
import type { BaseSpec } from './base-spec.ts'
import { input } from './input-part.ts'
import { declareAccounts, parseUserOf } from './account-spec.ts'
import { parseExposed, parseSignal, parseSmokeHttp } from './config-values.ts'
import { parseDirectorySpec } from './directory-spec.ts'
import { parseHealthcheck } from './healthcheck.ts'
import { type Assignment, unique } from './list.ts'
import { nearest } from './nearest.ts'
import { type Annotated, parseAnnotationLevel } from './annotation-level.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Platform } from './platform.ts'
import type { MapStyle, Reader } from './reader.ts'
import type { CertificatesSpec, ConfigSpec, DirectorySpec, IndexSpec, SmokeSpec } from './spec.ts'
import type { Surroundings } from './surroundings.ts'
import { versionOf } from './git-version.ts'
import { formatTime } from './source-values.ts'
import { fillTemplate, type TemplateValues } from './template.ts'
import { UNPRIVILEGED } from './unprivileged.ts'

export interface LabelSources {
  readonly surroundings: Surroundings
  readonly created: number | null
  /** For the title; `null` leaves it out. */
  readonly title: string | null
  readonly values: TemplateValues
  readonly platforms: readonly Platform[]
}

type Labels = Readonly<Record<string, string>>

/**
 * @param annotations of the manifest; the standard labels are repeated there
 * @param below the directories that `files` names, and the base image
 */
export function declareConfig(
  reader: Reader,
  labels: Labels,
  annotations: Labels,
  { directories, base }: { readonly directories: readonly DirectorySpec[]; readonly base: BaseSpec },
): ConfigSpec {
  const env = reader.map('env', parseVariable)
  const accounts = declareAccounts(reader)
  return {
    ...declareCommand(reader, env, base),
    env,
    expose: unique(reader.each('expose', reader.items('expose'), parseExposed)),
    user: reader.value('user', text => parseUserOf(text, accounts), UNPRIVILEGED),
    ...declareDirectories(reader, directories),
    stopSignal: reader.value('stop-signal', parseSignal, null),
    healthcheck: reader.value('healthcheck', parseHealthcheck, null),
    accounts,
    labels,
    annotations: { ...standardLabels(labels), ...annotations },
  }
}

/** With `cmd` there is no entrypoint: whoever runs the image may replace all words. */
function declareCommand(
  reader: Reader,
  env: ConfigSpec['env'],
  base: BaseSpec,
): Pick<ConfigSpec, 'entrypoint' | 'args'> {
  const entrypoint = reader.words('entrypoint')
  const cmd = reader.words('cmd')
  // Without a PATH of its own, a base and files, no directory where a runtime would look has a program.
  const hasPath = env['PATH'] !== undefined || reader.text('files') !== null || base.kind !== 'scratch'
  for (const [input, [program]] of [
    ['entrypoint', entrypoint],
    ['cmd', cmd],
  ] as const) {
    if (program === undefined) continue
    if (program === '') reader.wrong(input, '', 'is an empty word; write a path such as /api')
    else if (/^\$|\{\{/.test(program))
      reader.wrong(input, program, 'is used as it is, because no shell expands it; write a path such as /api')
    else if (!program.startsWith('/') && !hasPath)
      reader.wrong(
        input,
        program,
        `is not absolute, and scratch has no PATH; write /${program.replace(/^\.\//, '')}`,
      )
  }
  const args = reader.words('args')
  if (cmd.length === 0) return { entrypoint: entrypoint.length === 0 ? null : entrypoint, args }
  for (const other of ['entrypoint', 'args'] as const)
    if (reader.asked(other))
      reader.contradiction(
        other,
        clause`and ${input('cmd')} cannot be used together; write ${input('entrypoint')} and ${input('args')}, or ${input('cmd')} alone`,
      )
  const [tried] = reader.words('smoke-args')
  if (tried !== undefined && !tried.startsWith('/') && !hasPath)
    reader.wrong(
      'smoke-args',
      tried,
      `replaces cmd, as with docker run; write the program first: ${cmd[0]} ${tried}`,
    )
  return { entrypoint: [], args: cmd }
}

export function declareLabels(reader: Reader, sources: LabelSources): Labels {
  return { ...defaultLabels(sources), ...reader.map('labels', parsed, filledFrom(reader, 'labels', sources)) }
}

/** The annotations that the user wrote for one document. */
export function declareAnnotations(reader: Reader, sources: LabelSources, document: Annotated): Labels {
  const refine = (line: Assignment) => parseAnnotationLevel(line, document, sources.platforms)
  return reader.map('annotations', refine, filledFrom(reader, 'annotations', sources))
}

/** An index repeats the standard labels too: GHCR reads the source of a repository there. */
export function declareIndex(reader: Reader, labels: Labels, sources: LabelSources): IndexSpec {
  return {
    annotations: {
      ...standardLabels(labels),
      ...declareAnnotations(reader, sources, { level: 'index' }),
    },
    descriptorAnnotations: declareAnnotations(reader, sources, { level: 'index-descriptor' }),
  }
}

function filledFrom(
  reader: Reader,
  name: 'labels' | 'annotations',
  { values, surroundings }: LabelSources,
): MapStyle {
  const env = reader.variables(name, surroundings.env)
  return { repeats: 'last wins', fill: value => fillTemplate(value, values, env) }
}

function parseVariable(assignment: Assignment): Parsed<Assignment> {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(assignment.name)
    ? parsed(assignment)
    : problem('is not a variable name; write NAME=value, with letters, digits and "_", and no digit first')
}

function parseVolume(text: string): Parsed<DirectorySpec> {
  const place = parseDirectorySpec(text)
  return place.ok && place.value.path === '/'
    ? problem('is the whole image; write a directory such as /data')
    : place
}

/** One path may be `workdir`, a volume and in `files`, also twice: its mode and owner may stand in any of these places. */
function declareDirectories(
  reader: Reader,
  empty: readonly DirectorySpec[],
): Pick<ConfigSpec, 'workdir' | 'volumes' | 'emptyDirectories' | 'directories'> {
  const workdir = reader.value('workdir', parseDirectorySpec, null)
  const volumes = reader.each('volumes', reader.items('volumes'), parseVolume)
  const directories = new Map<string, DirectorySpec>()
  const all = [
    ...(workdir === null ? [] : [['workdir', workdir] as const]),
    ...volumes.map(volume => ['volumes', volume] as const),
    ...empty.map(directory => ['files', directory] as const),
  ]
  for (const [input, directory] of all) {
    const before = directories.get(directory.path)
    const both = before === undefined ? directory : merged(before, directory)
    if (both === null) reader.wrong(input, directory.path, 'has two modes or owners; write one')
    else directories.set(directory.path, both)
  }
  return {
    workdir: workdir?.path ?? null,
    volumes: unique(volumes.map(volume => volume.path)),
    emptyDirectories: unique(empty.map(directory => directory.path)),
    directories: [...directories.values()].filter(({ mode, owner }) => mode !== null || owner !== null),
  }
}

function merged(one: DirectorySpec, other: DirectorySpec): DirectorySpec | null {
  const modes = one.mode !== null && other.mode !== null && one.mode !== other.mode
  const [a, b] = [one.owner, other.owner]
  const owners = a !== null && b !== null && (a.uid !== b.uid || a.gid !== b.gid)
  return modes || owners ? null : { path: one.path, mode: one.mode ?? other.mode, owner: a ?? b }
}

const STANDARD = 'org.opencontainers.image.'

/** Returns the labels whose keys the specification also defines for annotations. They are repeated there. */
function standardLabels(labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith(STANDARD)))
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
    Object.entries(labels).flatMap(([key, value]) => (value === null ? [] : [[STANDARD + key, value]])),
  )
}

const ROOTS = ['auto', 'mozilla', 'system', 'none'] as const

export function declareCertificates(reader: Reader, directory: string): CertificatesSpec {
  const extra = reader.items('extra-certificates')
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
    reader.contradiction(
      'smoke-env',
      clause`has no effect without ${input('smoke-args')} or ${input('smoke-http')}; write one of them`,
    )
  }
  return null
}
