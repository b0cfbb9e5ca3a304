import { findMains } from '../../../compile/find-mains.ts'
import { listSourcePackages } from '../../../compile/source-packages.ts'
import { filesOfFlags } from '../../../declare/plain-flags.ts'
import type { ImageSpec, PlatformSpec } from '../../../declare/spec.ts'
import { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import type { Changes } from '../../../host/read-changes.ts'
import { realPlace } from '../../../host/workspace.ts'
import { resolveCompiler } from '../tools.ts'
import { type Answer, joined, undecided } from './answer.ts'
import { modulesChanged } from './modules-changed.ts'
import { packageChanged } from './package-changed.ts'
import { placeChanged, wayChanged } from './place-changed.ts'

/** Whether the files that an image is made from changed: on one platform at least. */
export async function imageChanged(host: Host, spec: ImageSpec, changes: Changes): Promise<Answer> {
  const places = placesOf(spec)
  const answers = await Promise.all(
    places.map(async place => placeChanged(changes, place, await realPlace(place))),
  )
  answers.push(...[spec.workingDirectory, ...places].map(place => wayChanged(changes, place)))
  for (const platform of spec.platforms) {
    // Go is asked only where nothing else answers.
    if (joined(answers).kind === 'changed') break
    if (platform.source.kind === 'main') answers.push(await sourceChanged(host, platform, changes))
  }
  return joined(answers)
}

async function sourceChanged(host: Host, spec: PlatformSpec, changes: Changes): Promise<Answer> {
  const { source, compile, platform, workingDirectory } = spec
  if (source.kind !== 'main') throw new Error('a binary has no source')
  try {
    const go = await resolveCompiler(host, spec)
    if (go === null) throw new Error('a main package has no toolchain')
    const context = { spec: compile, platform, workingDirectory }
    const mains = (await findMains(host, go, source.mains, context)).map(main => main.path)
    const packages = await listSourcePackages(host, go, context, mains)
    return joined([
      ...packages.map(one => packageChanged(changes, one)),
      await modulesChanged(host, go, context, { changes, mains, packages }),
    ])
  } catch (cause) {
    // The build says why, in the words that it has for it.
    if (cause instanceof Failure) return undecided('go cannot list its packages')
    throw cause
  }
}

/** What the inputs name, absolute. */
function placesOf({
  platforms,
  certificates,
  base,
  go,
  compile,
  workingDirectory,
}: ImageSpec): readonly string[] {
  const { roots, extra } = certificates
  const named = [
    ...platforms.flatMap(({ source }) => (source.kind === 'binary' ? [source.path] : [])),
    ...platforms.flatMap(({ files }) => files.map(({ source }) => source)),
    ...(typeof roots === 'string' ? [] : [roots.file]),
    ...extra,
    ...(base.kind === 'layout' ? [base.path.replace(/:[^:/]*$/, '')] : []),
    ...(go.versionFile === null ? [] : [go.versionFile]),
    ...filesOfFlags(compile.buildFlags, workingDirectory),
  ]
  return [...new Set(named)]
}
