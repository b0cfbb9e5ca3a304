import type { Note, SourceText } from './facts.ts'
import { entriesAt, itemsAt, readYaml, textAt, textsAt, valueAt } from './yaml-value.ts'

/** What a workflow that publishes images today says. */
export interface ExistingWorkflow {
  readonly branches: readonly string[]
  /** Patterns of tags that are published. */
  readonly tags: readonly string[]
  readonly platforms: readonly string[]
  /** Repositories of images, without tags; those with expressions are left out. */
  readonly images: readonly string[]
  readonly notes: readonly Note[]
}

const PUBLISHES =
  /docker\/(?:build-push-action|bake-action|metadata-action)|goreleaser\/goreleaser-action|ko-build\/setup-ko|\bko (?:build|publish|resolve)\b|\bdocker (?:buildx build|push|build)\b|\bgoreleaser release\b/

/** What Bantam's default, `push: auto`, does not publish on. */
const OTHER_EVENTS = ['pull_request_target', 'workflow_run', 'repository_dispatch']

/** A branch or a pattern of tags that can stand in a workflow as it is. */
const PLAIN = /^[\w.*/-]+$/

/** Returns `null` for a workflow that publishes no image. */
export function readWorkflow({ path, text }: SourceText): ExistingWorkflow | null {
  if (!PUBLISHES.test(text)) return null
  const workflow = readYaml(text)
  // YAML 1.1 reads `on` as true; this reader does not.
  const on = valueAt(workflow, 'on')
  const events = [...textsAt(workflow, 'on'), ...entriesAt(workflow, 'on').map(([name]) => name)]
  const steps = entriesAt(workflow, 'jobs').flatMap(([, job]) => itemsAt(job, 'steps'))
  const withOf = (key: string) => steps.flatMap(step => linesOf(textsAt(step, 'with', key)))
  const tags = textsAt(on, 'push', 'tags').filter(tag => PLAIN.test(tag))
  const isRelease = events.includes('release')
  const scripts = steps.flatMap(step => textAt(step, 'run') ?? [])
  return {
    branches: textsAt(on, 'push', 'branches').filter(branch => PLAIN.test(branch)),
    tags: tags.length > 0 ? tags : isRelease ? ['v*'] : [],
    platforms: [...withOf('platforms').flatMap(line => line.split(',')), ...scripts.flatMap(platformsIn)]
      .map(platform => platform.trim())
      .filter(platform => platform !== '' && !platform.includes('$')),
    images: [...withOf('images'), ...withOf('tags')].flatMap(repositoryOf),
    notes: events
      .filter(event => OTHER_EVENTS.includes(event))
      .map(event => ({
        where: path,
        what: `on: ${event}`,
        why: 'Bantam publishes on push, release, schedule and workflow_dispatch; push: true publishes on every event',
      })),
  }
}

/** What follows `--platform` in a script. */
export function platformsIn(script: string): readonly string[] {
  return [...script.matchAll(/--platforms?[= ]["']?([a-z0-9/,]+)/g)].flatMap(([, list = '']) =>
    list.split(',').filter(platform => platform.includes('/')),
  )
}

function linesOf(texts: readonly string[]): readonly string[] {
  return texts.flatMap(text => text.split('\n')).flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
}

function repositoryOf(line: string): readonly string[] {
  const name = /^(?:name=)?([a-z0-9][\w./-]*(?::\d+\/[\w./-]+)?)(?::[\w.-]*|:\$\{\{.*|,.*)?$/i.exec(line)?.[1]
  // The rules of docker/metadata-action stand in `tags` too.
  return name === undefined || line.startsWith('type=') || !name.includes('/') ? [] : [name.toLowerCase()]
}
