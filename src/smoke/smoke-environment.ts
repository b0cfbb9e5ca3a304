import type { User } from '../declare/spec.ts'
import { listedHome } from '../image/base-user.ts'
import type { Entry } from '../image/entry.ts'
import { entryTree } from '../image/entry-tree.ts'
import { DEFAULT_PATH } from '../image/started.ts'

/** The image's environment, with what Docker and Podman add to it. */
export function smokeEnvironment(
  env: Readonly<Record<string, string>>,
  entries: readonly Entry[],
  user: User,
  hostname: string,
): Readonly<Record<string, string>> {
  const home = listedHome(entryTree(entries), user) || '/'
  return { PATH: DEFAULT_PATH, HOSTNAME: hostname, HOME: home, ...env }
}

/** Where a container runtime looks for the program: at its path, or in each directory of `PATH`. */
export function candidates(program: string, env: Readonly<Record<string, string>>): readonly string[] {
  if (program.includes('/')) return [program]
  const directories = (env['PATH'] ?? '').split(':').filter(directory => directory.startsWith('/'))
  const files = directories.map(directory => `${directory.replace(/\/$/, '')}/${program}`)
  return files.length === 0 ? [`/${program}`] : files
}
