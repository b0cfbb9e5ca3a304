import path from 'node:path'
import { parseFilesLine } from './files-line.ts'
import type { InputName } from './inputs.ts'
import type { Platform } from './platform.ts'
import type { Reader } from './reader.ts'
import type { RecordedInput, RecordedInputs } from './recorded.ts'

/** Every input that an image can keep. */
export const RECORDED: readonly InputName[] = [
  'working-directory',
  'main',
  'binary',
  'base',
  'files',
  'certificates',
  'extra-certificates',
  'timezones',
  'workdir',
  'volumes',
  'accounts',
  'capabilities',
  'pack-files',
  'user',
  'stop-signal',
  'healthcheck',
  'expose',
  'env',
]

/** Where the paths of the inputs start. */
export interface RecordedPlaces {
  /** Absolute path of the working directory. */
  readonly directory: string
  /** The same, from the top of its checkout; empty for the top. */
  readonly within: string
  /** `files` may name the platform. */
  readonly platform: Platform
}

type Entry = readonly [InputName, RecordedInput]

/** What `certificates` means without a file. */
const ROOTS = ['auto', 'mozilla', 'system', 'none']

/**
 * Collects what an image must keep. The values of `build-env` are not kept, because they may be secrets.
 *
 * @param several whether there are several main packages, whose order an image does not show
 */
export function recordInputs(reader: Reader, places: RecordedPlaces, several: boolean): RecordedInputs {
  const placed = placedInputs(reader, places)
  const onBase = reader.asked('base')
  const needsPlace = several || placed.length > 0 || onBase
  const { within } = places
  return Object.fromEntries<RecordedInput>([
    ...(needsPlace ? [['working-directory', within === '' ? '.' : within] as const] : []),
    ...(needsPlace ? list('main', reader.items('main')) : []),
    ...placed,
    ...text(reader, 'timezones'),
    ...text(reader, 'workdir'),
    ...list('volumes', reader.items('volumes')),
    ...list('accounts', reader.items('accounts')),
    ...list('capabilities', reader.lines('capabilities')),
    ...list('pack-files', reader.items('pack-files')),
    ...(onBase ? overBase(reader) : []),
  ])
}

/** Inputs with paths of the checkout in them. */
function placedInputs(reader: Reader, places: RecordedPlaces): readonly Entry[] {
  const place = (written: string) => fromDirectory(places, written)
  const roots = reader.text('certificates')
  const base = reader.text('base') ?? ''
  const binary = reader.text('binary')
  return [
    ...list(
      'files',
      reader.lines('files').map(line => placedLine(line, places)),
    ),
    ...list('extra-certificates', reader.items('extra-certificates').map(place)),
    ...(roots === null || roots === 'auto'
      ? []
      : [['certificates', ROOTS.includes(roots) ? roots : place(roots)] as const]),
    ...(/^[./]/.test(base) ? [['base', place(base)] as const] : []),
    ...(binary === null ? [] : [['binary', place(binary)] as const]),
  ]
}

/** The config of an image on a base does not show which of its values are the base's. */
function overBase(reader: Reader): readonly Entry[] {
  const env = reader.map('env')
  return [
    ...text(reader, 'user'),
    ...text(reader, 'stop-signal'),
    ...text(reader, 'healthcheck'),
    ...list('expose', reader.items('expose')),
    ...(Object.keys(env).length === 0 ? [] : [['env', env] as const]),
  ]
}

function text(reader: Reader, name: InputName): readonly Entry[] {
  return reader.asked(name) ? [[name, reader.text(name) ?? '']] : []
}

function list(name: InputName, items: readonly string[]): readonly Entry[] {
  return items.length === 0 ? [] : [[name, items]]
}

/** Only the source of a copy is a path of this machine. */
function placedLine(line: string, places: RecordedPlaces): string {
  const parsed = parseFilesLine(line, places.directory, places.platform)
  return parsed.ok && parsed.value.kind === 'file' ? fromDirectory(places, line) : line
}

/**
 * The same source must give the same image wherever it is checked out, so an absolute path in the checkout becomes one
 * that starts in the working directory.
 */
function fromDirectory({ directory, within }: RecordedPlaces, written: string): string {
  const up = within === '' ? [] : within.split('/').map(() => '..')
  if (written.startsWith(`${directory}/`)) return written.slice(directory.length + 1)
  const top = path.resolve(directory, ...up)
  return written.startsWith(`${top}/`) ? [...up, written.slice(top.length + 1)].join('/') : written
}
