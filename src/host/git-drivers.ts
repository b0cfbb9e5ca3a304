import { runGit } from './git.ts'
import type { Host } from './host.ts'

/** The drivers of git-lfs, as `git lfs install` writes them. They are kept: without them large files are not there to compile. */
const LFS = /^git-lfs (?:clean|smudge|smudge --skip|filter-process|filter-process --skip)(?: -- %f)?$/

/**
 * Settings that switch off the programs that git runs on what it checks out: filters, and hooks that the configuration
 * names. Their commands may be relative, and then they come from the checkout.
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
