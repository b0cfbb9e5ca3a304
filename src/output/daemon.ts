import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run, type Finished } from '../host/process.ts'
import type { Image } from '../image/image.ts'
import { writeArchive } from './archive.ts'

/** The command that loaded the image, and the one to run it with. */
export type Loader = 'docker' | 'podman'

/**
 * Loads the image into the Docker daemon that the `docker` command speaks to (DOCKER_HOST, contexts), or into podman where
 * there is no `docker`.
 *
 * @throws Failure `daemon` with the ways out.
 */
export async function loadIntoDaemon(
  host: Host,
  image: Image,
  references: readonly string[],
): Promise<Loader> {
  const archive = path.join(host.temporary, `load-${image.config.digest.slice(7, 19)}.tar`)
  try {
    await writeArchive(archive, image, references)
    for (const loader of ['docker', 'podman'] as const) {
      const loaded = await runIfThere(host, loader, ['load', '--input', archive])
      if (loaded?.exitCode === 0) return loader
      if (loaded !== null) throw refusal(loader, references, loaded)
    }
  } finally {
    await rm(archive, { force: true })
  }
  throw new Failure(
    'daemon',
    `Loading ${references.join(', ')} needs docker or podman, and neither is on PATH; install one, or write an archive with output: FILE.tar.`,
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
  const why = unreachable.test(output)
    ? 'could not reach its daemon; start it, let DOCKER_HOST name it, or write an archive with output: FILE.tar'
    : 'refused the image'
  return new Failure('daemon', `Loading ${references.join(', ')}: "${loader} load" ${why}.`, { output })
}
