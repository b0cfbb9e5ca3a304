import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { askGit } from '../../../host/git.ts'
import type { Host } from '../../../host/host.ts'
import type { Checkout } from '../../../host/checkout.ts'

/**
 * Finds the directories of a checkout whose go.mod is that of the module, first the one that the user is in. Only files
 * that git tracks count.
 */
export async function findModule(
  host: Host,
  { root, directory }: Pick<Checkout, 'root' | 'directory'>,
  module: string,
): Promise<readonly string[]> {
  const listed = await askGit(host, root, 'ls-files', '-z', '--', ':(glob)**/go.mod')
  const files = (listed ?? '').split('\0').filter(file => file !== '')
  const found: string[] = []
  for (const file of files) {
    const place = path.join(root, file)
    const text = await readFile(place, 'utf8').catch(() => '')
    if (moduleOf(text) === module) found.push(path.dirname(place))
  }
  const here = found.filter(place => directory === place || directory.startsWith(`${place}${path.sep}`))
  return [
    ...here.toSorted((one, other) => other.length - one.length),
    ...found.filter(place => !here.includes(place)),
  ]
}

/** https://go.dev/ref/mod#go-mod-file-module */
export function moduleOf(goMod: string): string | null {
  return (
    /^[ \t]*module[ \t]+(?:"([^"\n]+)"|`([^`\n]+)`|([^\s"`(]+))/m.exec(goMod)?.slice(1).find(Boolean) ?? null
  )
}
