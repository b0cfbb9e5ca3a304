import type { BuildSettings } from './draft.ts'
import type { Note } from './facts.ts'
import type { GoBuild } from './go-build.ts'
import { linkerSettings } from './linker-settings.ts'
import { type Meaning, templateOf } from './template-of.ts'

/** What some `go build` commands say of how Go compiles, together. */
export function buildSettings(
  builds: readonly Pick<GoBuild, 'ldflags' | 'tags' | 'flags' | 'env'>[],
  meaning: Meaning,
  where: string,
): { readonly settings: BuildSettings; readonly notes: readonly Note[] } {
  const { lines, notes } = linkerSettings(
    builds.flatMap(({ ldflags }) => ldflags),
    meaning,
    where,
  )
  const tags = builds.flatMap(build =>
    build.tags.flatMap(tag => templateOf(tag, meaning)?.split(/[\s,]+/) ?? []),
  )
  const plain = tags.filter(tag => /^[\p{L}\p{Nd}_.]+$/u.test(tag))
  const flags = builds.flatMap(build => build.flags).filter(flag => /^-\w+=[\w./=,-]+$/.test(flag))
  const experiments = builds.flatMap(({ env }) => env['GOEXPERIMENT'] ?? [])
  return {
    settings: {
      ldflags: lines,
      tags: [...new Set(plain)],
      flags: [...new Set(flags)],
      env: [...new Set(experiments.filter(value => /^[\w,]+$/.test(value)))].map(
        value => `GOEXPERIMENT=${value}`,
      ),
      cgo: builds.some(({ env }) => env['CGO_ENABLED'] === '1'),
    },
    notes,
  }
}
