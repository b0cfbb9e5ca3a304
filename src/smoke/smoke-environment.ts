import type { User } from '../declare/spec.ts'
import type { Entry } from '../image/entry.ts'

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** The image's environment, with what Docker and Podman add to it. */
export function smokeEnvironment(
  env: Readonly<Record<string, string>>,
  entries: readonly Entry[],
  user: User,
  hostname: string,
): Readonly<Record<string, string>> {
  return { PATH, HOSTNAME: hostname, HOME: homeOf(entries, user), ...env }
}

/** The user's home in the image's `/etc/passwd`; `/` where it does not list the user. */
function homeOf(entries: readonly Entry[], user: User): string {
  const passwd = entries.findLast(entry => entry.path === '/etc/passwd')
  if (passwd?.kind !== 'file') return '/'
  const lines = Buffer.from(passwd.bytes).toString('utf8').split('\n')
  const fields = lines.map(line => line.split(':')).find(line => line[2] === String(user.uid))
  return fields?.[5] || '/'
}

/** Where a container runtime looks for the program: at its path, or in each directory of `PATH`. */
export function candidates(program: string, env: Readonly<Record<string, string>>): readonly string[] {
  if (program.includes('/')) return [program]
  const directories = (env['PATH'] ?? '').split(':').filter(directory => directory.startsWith('/'))
  const files = directories.map(directory => `${directory.replace(/\/$/, '')}/${program}`)
  return files.length === 0 ? [`/${program}`] : files
}
