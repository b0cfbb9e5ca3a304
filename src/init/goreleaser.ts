import { posix } from 'node:path'
import { buildSettings } from './build-settings.ts'
import type { Draft } from './draft.ts'
import type { Facts, Program, SourceText } from './facts.ts'
import { isKeptFlag } from './go-build.ts'
import { moduleOf, programAt } from './program-at.ts'
import { readYaml, entriesAt, itemsAt, textAt, textsAt, valueAt } from './yaml-value.ts'

/** What a `.goreleaser.yaml` says. */
export interface Goreleaser {
  readonly path: string
  /** `false` where it is empty or is not YAML. goreleaser's defaults are taken then. */
  readonly isReadable: boolean
  readonly drafts: readonly Draft[]
  /** Where it publishes images, without tags. */
  readonly images: readonly string[]
}

/** https://goreleaser.com/customization/builds/go/ */
const USUAL_LDFLAGS = ['-s -w -X main.version={{.Version}} -X main.commit={{.Commit}} -X main.date={{.Date}}']
const USUAL_ARCHITECTURES = ['amd64', 'arm64', '386']
const USUAL_SYSTEMS = ['linux', 'darwin', 'windows']

export function readGoreleaser({ path, text }: SourceText, facts: Facts): Goreleaser {
  const config = readYaml(text)
  const project = textAt(config, 'project_name') ?? facts.modules[0]?.path.split('/').at(-1)
  const builds = itemsAt(config, 'builds')
  const drafts = (builds.length === 0 ? [{}] : builds).flatMap(build =>
    draftOf(build, config, path, facts, project),
  )
  const images = [
    ...itemsAt(config, 'dockers').flatMap(docker => textsAt(docker, 'image_templates')),
    ...itemsAt(config, 'dockers_v2').flatMap(docker => textsAt(docker, 'images')),
    ...itemsAt(config, 'kos').flatMap(ko => [...textsAt(ko, 'repositories'), ...textsAt(ko, 'repository')]),
  ]
  return {
    path,
    isReadable: config !== null,
    drafts,
    images: images.map(image => image.replace(/:[^/:]*$/, '')),
  }
}

function draftOf(
  build: unknown,
  config: unknown,
  path: string,
  facts: Facts,
  project: string | undefined,
): readonly Draft[] {
  const systems = textsAt(build, 'goos')
  const program = programOf(build, facts)
  const isSkipped = valueAt(build, 'skip') === true || valueAt(build, 'builder') === 'prebuilt'
  if (program === null || isSkipped) return []
  if (!(systems.length === 0 ? USUAL_SYSTEMS : systems).includes('linux')) return []
  const module = moduleOf(facts, program)
  const written = valueAt(build, 'ldflags') === undefined ? USUAL_LDFLAGS : textsAt(build, 'ldflags')
  const env = [...textsAt(config, 'env'), ...textsAt(build, 'env')].map(line => line.split('=', 2))
  const { settings, notes } = buildSettings(
    [
      {
        ldflags: written,
        tags: textsAt(build, 'tags'),
        flags: textsAt(build, 'flags').filter(isKeptFlag),
        env: Object.fromEntries(env.map(([name = '', value = '']) => [name, value])),
      },
    ],
    { definitions: new Map(), module, ...(project === undefined ? {} : { project }) },
    path,
  )
  const binary = textAt(build, 'binary')
  const place = binary !== null && /^[\w.-]+$/.test(binary) ? `/${binary}` : null
  return [
    {
      from: path,
      programs: [{ program, place }],
      settings,
      inputs: {},
      platforms: imagePlatforms(config),
      compiledFor: compiledFor(build, config),
      notes,
    },
  ]
}

function programOf(build: unknown, facts: Facts): Program | null {
  const directory = posix.join('.', textAt(build, 'dir') ?? '.')
  const main = textAt(build, 'main') ?? '.'
  const found = programAt(facts, posix.join(directory, main))
  if (found !== null) return found
  // Without `main`, goreleaser takes the top; a checkout with one program means that one.
  const [only, ...others] = facts.programs
  return textAt(build, 'main') === null && only !== undefined && others.length === 0 ? only : null
}

/** What the Docker sections make images for. */
function imagePlatforms(config: unknown): readonly string[] {
  const docker = itemsAt(config, 'dockers').map(one => {
    const architecture = textAt(one, 'goarch') ?? 'amd64'
    const arm = textAt(one, 'goarm')
    return `linux/${architecture}${architecture === 'arm' && arm !== null ? `/v${arm}` : ''}`
  })
  const others = [...itemsAt(config, 'dockers_v2'), ...itemsAt(config, 'kos')]
  return [...docker, ...others.flatMap(one => textsAt(one, 'platforms'))]
}

function compiledFor(build: unknown, config: unknown): readonly string[] {
  const hasImages = entriesAt(config).some(([key]) => ['dockers', 'dockers_v2', 'kos'].includes(key))
  const architectures = textsAt(build, 'goarch')
  const usual = hasImages ? USUAL_ARCHITECTURES : []
  return (architectures.length === 0 ? usual : architectures).flatMap(architecture => {
    const variants = architecture === 'arm' ? textsAt(build, 'goarm') : []
    return variants.length === 0
      ? [`linux/${architecture}`]
      : variants.map(variant => `linux/arm/v${variant}`)
  })
}
