import path from 'node:path'
import { formatReference } from '../../declare/reference.ts'
import type { ImageSpec, PublishSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import type { Image } from '../../image/image.ts'
import { writeArchive } from '../../output/archive.ts'
import { loadIntoDaemon } from '../../output/daemon.ts'
import { writeLayout } from '../../output/layout.ts'
import { authenticate, publishImage, type Session } from '../../registry/push.ts'
import { localName, type Whereabouts } from '../../report/run-command.ts'
import { requireInPlace } from './paths-in-place.ts'

/** Where the image lies now. */
export interface Published {
  /** In registries, `registry/repository:tag`; empty when nothing was pushed. */
  readonly references: readonly string[]
  readonly places: readonly Whereabouts[]
}

/** Asks the registries for the right to push. Whoever awaits it later is told of a refusal. */
export function openAccess(host: Host, publishing: PublishSpec): Promise<Session | null> {
  if (!publishing.push) return Promise.resolve(null)
  const session = authenticate(host, publishing.references, publishing)
  // Compiling may fail first, and then nobody awaits this.
  session.catch(() => {})
  return session
}

/** Registries last: what is local and fails leaves no tag behind. */
export async function publish(
  host: Host,
  { publish: publishing, workingDirectory }: ImageSpec,
  name: string,
  image: Image,
  session: Session | null,
): Promise<Published> {
  const output = publishing.output ?? defaultOutput(host, publishing, name)
  const local = localReferences(publishing, name)
  const places: Whereabouts[] = []
  if (output !== null) await requireInPlace(host, { workingDirectory }, output.path)
  if (output?.kind === 'layout') {
    await writeLayout(output.path, image)
    places.push({ kind: 'layout', path: shown(host, output.path) })
  }
  if (output?.kind === 'archive') {
    await writeArchive(output.path, image, local)
    places.push({ kind: 'archive', path: shown(host, output.path), reference: local[0] })
  }
  if (publishing.load) {
    await loadIntoDaemon(host, image, local)
    places.push({ kind: 'daemon', reference: local[0] })
  }
  if (session === null) return { references: [], places }
  await publishImage(session, image)
  const references = publishing.references.map(formatReference)
  places.push(...references.slice(0, 1).map(reference => ({ kind: 'registry' as const, reference })))
  return { references, places }
}

/** On a terminal the image must end up somewhere; a job that neither pushes nor writes only weighs. */
function defaultOutput(host: Host, { push, load }: PublishSpec, name: string): PublishSpec['output'] {
  if (host.surface === 'action' || push || load) return null
  return { kind: 'layout', path: path.join(host.cwd, '.bantam', name) }
}

function localReferences({ references }: PublishSpec, name: string): readonly [string, ...string[]] {
  const [first, ...others] = references.map(formatReference)
  return first === undefined ? [`${localName(name)}:latest`] : [first, ...others]
}

function shown(host: Host, file: string): string {
  const relative = path.relative(host.cwd, file)
  return relative.startsWith('..') ? file : relative
}
