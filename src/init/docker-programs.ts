import { posix } from 'node:path'
import { binaryPath } from '../declare/binary-place.ts'
import { parseBinaryPlace } from '../declare/main-spec.ts'
import type { StageBuild } from './docker-builds.ts'
import type { Placed } from './draft.ts'

/** The programs of an image, and what its Dockerfile builds on the way to it. */
export interface DockerPrograms {
  readonly programs: readonly Placed[]
  readonly builds: readonly StageBuild[]
}

/**
 * Where the image will have the program that lies at a path in one of the stages, or that the shell would find by a bare name.
 * `null` where it is none of the programs, or where Bantam does not put it there.
 */
export function imagePathOf(path: string, { programs, builds }: DockerPrograms): string | null {
  const isBare = !path.includes('/')
  const built = builds.find(({ output, program }) => output === path && program !== null)?.program
  const found = programs.find(({ program, place }) => {
    const own = place ?? `/${program.name}`
    return own === path || (isBare && posix.basename(own) === path) || program === built
  })
  if (found === undefined) return null
  const place = parseBinaryPlace(found.place ?? `/${found.program.name}`)
  return place.ok ? binaryPath(place.value) : null
}
