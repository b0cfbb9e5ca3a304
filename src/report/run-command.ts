import { formatShellWords } from '../declare/shell-words.ts'
import type { PlatformSpec } from '../declare/spec.ts'

/** Where the image is after the run. */
export type Whereabouts =
  | { readonly kind: 'layout'; readonly path: string }
  /** `reference`: the image's name in the archive. */
  | { readonly kind: 'archive'; readonly path: string; readonly reference: string }
  | { readonly kind: 'daemon'; readonly reference: string }
  | { readonly kind: 'registry'; readonly reference: string }

export function placeName(where: Whereabouts): string {
  switch (where.kind) {
    case 'layout':
    case 'archive':
      return where.path
    case 'daemon':
    case 'registry':
      return where.reference
  }
}

/** The options that `docker run` needs to make the service reachable. */
export interface RunHints {
  /** `8080`, `53/udp` */
  readonly ports: readonly string[]
  /** `null`: the reader has to set the value in the environment of `docker run`. */
  readonly env: Readonly<Record<string, string | null>>
}

/**
 * Returns the declared ports and the port that the smoke test requests, with the smoke test's environment; if there are
 * none, the port in `PORT`. Of the environment it shows only numbers, because other values could be secret.
 */
export function runHints({ config, smoke }: Pick<PlatformSpec, 'config' | 'smoke'>): RunHints {
  const asked = smoke?.http === null || smoke === null ? [] : [String(smoke.http.port)]
  const declared = [...config.expose.map(port => port.replace(/\/tcp$/, '')), ...asked]
  const named = /^\d+$/.test(config.env['PORT'] ?? '') ? [config.env['PORT'] ?? ''] : []
  const env = Object.entries(smoke?.env ?? {}).map(
    ([key, value]) => [key, /^\d+$/.test(value) ? value : null] as const,
  )
  return { ports: [...new Set(declared.length > 0 ? declared : named)], env: Object.fromEntries(env) }
}

/** Returns one line for a POSIX shell that loads the image into Docker, if necessary, and runs it. */
export function runCommand(name: string, where: Whereabouts, hints: RunHints): string {
  const local = localName(name)
  switch (where.kind) {
    case 'layout': {
      const copy = ['skopeo', 'copy', `oci:${where.path}`, `docker-daemon:${local}:latest`]
      return `${formatShellWords(copy)} && ${dockerRun(local, hints)}`
    }
    case 'archive':
      return `${formatShellWords(['docker', 'load', '-i', where.path])} && ${dockerRun(where.reference, hints)}`
    case 'daemon':
    case 'registry':
      return dockerRun(where.reference, hints)
  }
}

function dockerRun(reference: string, { ports, env }: RunHints): string {
  const variables = Object.entries(env).flatMap(([key, value]) => [
    '-e',
    value === null ? key : `${key}=${value}`,
  ])
  const published = ports.flatMap(port => ['-p', `${port.split('/')[0]}:${port}`])
  return formatShellWords(['docker', 'run', '--rm', ...variables, ...published, reference])
}

/** Docker requires lower case. */
export function localName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'image'
  )
}
