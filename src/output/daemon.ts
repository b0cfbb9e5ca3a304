import { input } from '../declare/input-part.ts'
import { clause } from '../clause.ts'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import type { ImageSet } from '../image/image-set.ts'
import { hostImage, writeArchive } from './archive.ts'

/** The command that loaded the image, and that can run it. */
export type Loader = 'docker' | 'podman'

/**
 * Loads the image into the Docker daemon that the `docker` command uses (DOCKER_HOST, contexts), or into podman if
 * there is no `docker`.
 *
 * @throws Failure `daemon` with the alternatives.
 */
export async function loadIntoDaemon(
  host: Host,
  set: ImageSet,
  references: readonly string[],
): Promise<Loader> {
  const archive = path.join(host.temporary, `load-${set.root.digest.slice(7, 19)}.tar`)
  try {
    await writeArchive(archive, set, references)
    for (const loader of ['docker', 'podman'] as const) {
      const loaded = await runIfThere(host, loader, ['load', '--input', archive])
      if (loaded === null) continue
      if (loaded.exitCode !== 0) throw refusal(loader, references, loaded)
      await ensureLoaded(host, loader, set, references)
      return loader
    }
  } finally {
    await rm(archive, { force: true })
  }
  throw new Failure(
    'daemon',
    {
      what: clause`could not load ${references.join(', ')}`,
      why: clause`that needs docker or podman, and neither is on PATH`,
      fix: clause`install one, or write an archive with ${input('output', 'FILE.tar')}`,
    },
    { fields: { reference: references[0] } },
  )
}

/**
 * Checks that the image was loaded. The command may succeed and load nothing, for example if it is a wrapper, or
 * another run may have taken the name.
 */
async function ensureLoaded(
  host: Host,
  loader: Loader,
  set: ImageSet,
  references: readonly string[],
): Promise<void> {
  const asked = ['image', 'inspect', '--format', '{{.Id}}', ...references]
  const { exitCode, stdout, stderr } = await run(host, loader, asked, {
    env: childEnvironment(host, loader),
    brief: true,
  })
  const ids = stdout.split(/\s+/).filter(id => id !== '')
  const { config, manifest } = hostImage(set)
  // containerd's store identifies an image by its manifest or index, the other stores by its config; podman leaves out the
  // algorithm.
  const own = [config.digest, manifest.digest, set.root.digest].flatMap(digest => [
    digest,
    digest.replace('sha256:', ''),
  ])
  const missing = exitCode !== 0 || ids.length !== references.length || ids.some(id => !own.includes(id))
  if (missing)
    throw new Failure(
      'daemon',
      {
        what: clause`could not load ${references.join(', ')}`,
        why: clause`"${loader} load" ended well, but "${loader} image inspect" does not show this image under that name`,
        fix: clause`look at what ${loader} is, and at what else loads that name`,
      },
      {
        output: `${stdout}${stderr}`,
        fields: { command: `${loader} image inspect`, reference: references[0] },
      },
    )
}

async function runIfThere(host: Host, command: Loader, args: readonly string[]): Promise<Finished | null> {
  try {
    return await run(host, command, args, { env: childEnvironment(host, command) })
  } catch (cause) {
    if (cause instanceof Failure && cause.code === 'missing-tool') return null
    throw cause
  }
}

function refusal(loader: Loader, references: readonly string[], { stdout, stderr }: Finished): Failure {
  const output = `${stdout}${stderr}`
  const unreachable = /Cannot connect to the Docker daemon|permission denied|connection refused|no such host/i
  const what = clause`could not load ${references.join(', ')}`
  const clauses = unreachable.test(output)
    ? {
        what,
        why: clause`"${loader} load" could not reach its daemon`,
        fix: clause`start it, let DOCKER_HOST name it, or write an archive with ${input('output', 'FILE.tar')}`,
      }
    : { what, why: clause`"${loader} load" refused the image` }
  return new Failure('daemon', clauses, {
    output,
    fields: { command: `${loader} load`, reference: references[0] },
  })
}
