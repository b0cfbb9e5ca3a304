import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CompileSpec } from '../declare/spec.ts'
import { childEnvironment } from '../host/child-environment.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'

/** Where Go keeps what it built and downloaded, and what determines which modules it downloads. */
export interface GoCaches {
  readonly buildCache: string
  readonly moduleCache: string
  /** The content of every go.sum that counts; empty if nothing is required. */
  readonly sums: string
}

/** Asks Go itself for its caches; `null` if it gives no answer. The build then fails with a better message. */
export async function findGoCaches(
  host: Host,
  go: string,
  { buildEnv }: CompileSpec,
  workingDirectory: string,
): Promise<GoCaches | null> {
  const env = childEnvironment(host, 'go', { ...buildEnv, GOTOOLCHAIN: 'local' })
  const ask = async (args: readonly string[]) => {
    const { exitCode, stdout } = await run(host, go, args, { cwd: workingDirectory, env, brief: true })
    return exitCode === 0 ? stdout.split(/\r?\n/) : null
  }
  const [buildCache = '', moduleCache = '', mod = '', work = ''] =
    (await ask(['env', 'GOCACHE', 'GOMODCACHE', 'GOMOD', 'GOWORK'])) ?? []
  if (!path.isAbsolute(buildCache) || !path.isAbsolute(moduleCache)) return null
  const inWorkspace = path.isAbsolute(work)
  const modules = inWorkspace ? ((await ask(['list', '-m', '-f', '{{.Dir}}'])) ?? []) : [path.dirname(mod)]
  const files = [
    ...(inWorkspace ? [`${work}.sum`] : []),
    ...modules
      .filter(directory => path.isAbsolute(directory))
      .map(directory => path.join(directory, 'go.sum')),
  ]
  const sums = await Promise.all(files.map(readOrNothing))
  return { buildCache, moduleCache, sums: sums.join('') }
}

async function readOrNothing(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return ''
  }
}
