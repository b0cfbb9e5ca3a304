import { posix } from 'node:path'
import { baseNote } from './base-note.ts'
import { buildSettings } from './build-settings.ts'
import type { Draft } from './draft.ts'
import type { Facts, Note, Program, SourceText } from './facts.ts'
import { isKeptFlag } from './go-build.ts'
import { moduleOf, programAt, servicesOf } from './program-at.ts'
import { readYaml, itemsAt, textAt, textsAt } from './yaml-value.ts'

/** Where ko puts the files that lie in `kodata`, and the variable that says so. */
const DATA = '/var/run/ko'

/** What a `.ko.yaml` says. */
export interface Ko {
  readonly path: string
  /** `false` where it is empty or is not YAML. It then describes no image. */
  readonly isReadable: boolean
  readonly drafts: readonly Draft[]
}

/** The images that a `.ko.yaml` describes; without `builds` each main package is one. https://ko.build/configuration/ */
export function readKo({ path, text }: SourceText, facts: Facts): Ko {
  const config = readYaml(text)
  if (config === null) return { path, isReadable: false, drafts: [] }
  const builds = itemsAt(config, 'builds').flatMap(build => {
    const main = textAt(build, 'main') ?? '.'
    const program = programAt(facts, posix.join(textAt(build, 'dir') ?? '.', main))
    return program === null ? [] : [{ build, program }]
  })
  const all = builds.length > 0 ? builds : servicesOf(facts).map(program => ({ build: {}, program }))
  const drafts = all.map(({ build, program }) => draftOf(build, program, { config, path, facts }))
  return { path, isReadable: true, drafts }
}

interface About {
  readonly config: unknown
  readonly path: string
  readonly facts: Facts
}

function draftOf(build: unknown, program: Program, { config, path, facts }: About): Draft {
  const module = moduleOf(facts, program)
  const written = (key: string) => [...textsAt(config, `default${capital(key)}`), ...textsAt(build, key)]
  const flags = written('flags')
  const { settings, notes } = buildSettings(
    [
      {
        ldflags: written('ldflags'),
        tags: flags.flatMap(
          (flag, at) => /^--?tags(?:=(.*))?$/.exec(flag)?.[1] ?? (flags[at - 1] === '-tags' ? flag : []),
        ),
        flags: flags.filter(isKeptFlag),
        env: {},
      },
    ],
    { definitions: new Map(), module },
    path,
  )
  const data = posix.join(program.directory, 'kodata')
  const platforms = textsAt(config, 'defaultPlatforms').flatMap(platform => platform.split(','))
  return {
    from: path,
    programs: [{ program, place: null }],
    settings,
    inputs: facts.paths.has(data) ? { files: `${data}:${DATA}`, env: `KO_DATA_PATH=${DATA}` } : {},
    platforms: platforms.filter(platform => platform !== 'all'),
    compiledFor: [],
    notes: [...notes, ...baseNotes(config, path), ...allNotes(platforms, path)],
  }
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1)
}

function baseNotes(config: unknown, path: string): readonly Note[] {
  const base = textAt(config, 'defaultBaseImage')
  if (base === null || /\bstatic\b/.test(base)) return []
  return [baseNote(path, `defaultBaseImage ${base}`)]
}

function allNotes(platforms: readonly string[], path: string): readonly Note[] {
  return platforms.includes('all')
    ? [{ where: path, what: 'all platforms', why: 'name those that you need in platforms' }]
    : []
}
