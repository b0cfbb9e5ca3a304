import { runGit } from './git.ts'
import type { Host } from './host.ts'

/**
 * The drivers of git-lfs, as `git lfs install` writes them. They stay on, because without them large files would be
 * missing when Go compiles.
 */
const LFS = /^git-lfs (?:clean|smudge|smudge --skip|filter-process|filter-process --skip)(?: -- %f)?$/

/**
 * Settings that switch off the programs that git runs on files when it checks them out: filters, and hooks that the
 * configuration names. Their commands may be relative paths, which would be part of the checkout.
 *
 * @throws Failure as `runGit` does
 */
export async function withoutDrivers(
  host: Host,
  directory: string,
): Promise<Readonly<Record<string, string>>> {
  const listing = ['config', '--null', '--get-regexp', String.raw`^(filter|hook)\..*`]
  const { stdout } = await runGit(host, directory, listing)
  return driversOff(stdout)
}

/** @param listing names and values as `git config --null` prints them: `name LF value NUL` */
export function driversOff(listing: string): Readonly<Record<string, string>> {
  return Object.fromEntries(listing.split('\0').flatMap(settingsOff))
}

function settingsOff(entry: string): readonly (readonly [string, string])[] {
  const [, section = '', driver = '', key = '', command = ''] =
    /^(filter|hook)\.(.+)\.([a-z]+)(?:\n(.*))?$/is.exec(entry) ?? []
  switch (section.toLowerCase()) {
    case 'hook':
      return [[`hook.${driver}.enabled`, 'false']]
    case 'filter':
      return !COMMANDS.includes(key.toLowerCase()) || LFS.test(command)
        ? []
        : [
            [`filter.${driver}.${key}`, ''],
            [`filter.${driver}.required`, 'false'],
          ]
    default:
      return []
  }
}

const COMMANDS = ['clean', 'smudge', 'process']
