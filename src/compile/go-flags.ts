import { input } from '../declare/input-part.ts'
import { clause } from '../clause.ts'
import { checkGoFlags } from '../declare/go-flags.ts'
import { splitLinkerFlags } from '../declare/linker-flags.ts'
import type { CompileSpec } from '../declare/spec.ts'
import { Failure } from '../failure.ts'
import type { Host } from '../host/host.ts'

/** Selects Go's own resolver and user database, because C's would need libraries. */
const STATIC_TAGS = ['netgo', 'osusergo']

/**
 * Returns the flags that decide the binary, the same for `go list` and `go build`.
 * A flag on the command line replaces the same flag in GOFLAGS, so what GOFLAGS says of tags and linker flags is
 * included here.
 *
 * @throws Failure `bad-input` where GOFLAGS holds `-toolexec`.
 */
export function buildFlags(host: Host, spec: CompileSpec): readonly string[] {
  const fromEnvironment = goFlagsOf(host, spec)
  refuseToolexec([...spec.buildFlags, fromEnvironment])
  const tags = valuesOf('tags', fromEnvironment).flatMap(list => list.split(','))
  return [
    ...spec.buildFlags,
    // `go env -w` can set a -toolexec in GOFLAGS. This flag overrides it.
    '-toolexec=',
    '-trimpath',
    `-buildvcs=${spec.buildVcs}`,
    `-tags=${[...new Set([...STATIC_TAGS, ...tags, ...spec.buildTags])].join(',')}`,
    `-ldflags=${linkerFlags(host, spec)}`,
  ]
}

/** All flags for the linker, including those from GOFLAGS. */
export function linkerFlags(host: Host, spec: CompileSpec): string {
  const { cgo, ldflags } = spec
  const fromEnvironment = valuesOf('ldflags', goFlagsOf(host, spec))
  const linkage = cgo === 'static' ? ['-linkmode external -extldflags -static'] : []
  return ['-s -w', ...linkage, ...fromEnvironment, ldflags].filter(flags => flags !== '').join(' ')
}

function goFlagsOf({ env }: Host, { buildEnv }: CompileSpec): string {
  return buildEnv['GOFLAGS'] ?? env['GOFLAGS'] ?? ''
}

/** `-toolexec` would run another program for every step of the build, and Bantam would call the result Go's. */
function refuseToolexec(places: readonly string[]): void {
  const wrong = places.map(checkGoFlags).find(found => found !== null)
  if (wrong !== undefined)
    throw new Failure(
      'bad-input',
      { what: clause`GOFLAGS or ${input('build-flags')} ${wrong}` },
      { fields: { input: 'build-flags' } },
    )
}

/** Returns the values that GOFLAGS gives a flag, in order. In GOFLAGS every entry is one word, `-name=value`. */
function valuesOf(name: string, goFlags: string): readonly string[] {
  const fields = splitLinkerFlags(goFlags)
  const given = new RegExp(`^--?${name}=(.*)$`, 's')
  return fields.ok ? fields.value.flatMap(field => given.exec(field)?.[1] ?? []) : []
}
