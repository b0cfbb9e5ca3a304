import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import semver from 'semver'
import { whyNotWritten } from './disk.ts'
import { errorCode } from './error-code.ts'
import { toolkitCommands } from './guarded-output.ts'
import type { Host } from './host.ts'
import { makeDirectory } from './make-directory.ts'

/** A complete tool in the cache. */
export interface CachedTool {
  readonly directory: string
  /** The version as semver, which the cache uses for its names: `1.26.8`. */
  readonly version: string
}

/**
 * `$RUNNER_TOOL_CACHE`, or Bantam's own directory, which is kept between runs. A relative path is ignored, because it
 * would be in the checkout.
 */
export function toolCacheOf({ env, kept }: Host): string {
  const runners = env['RUNNER_TOOL_CACHE'] ?? ''
  return path.isAbsolute(runners) ? runners : path.join(kept, 'tools')
}

/** Finds the highest version in a range for which the cache has the complete tool. `arch` is Node's word: `x64`. */
export async function findTool(
  host: Host,
  name: string,
  range: string,
  arch: string,
): Promise<CachedTool | null> {
  const root = toolCacheOf(host)
  if (!existsSync(path.join(root, name))) return null
  return host.surface === 'action'
    ? findOnRunner(host, root, name, range, arch)
    : findInLayout(root, name, range, arch)
}

/**
 * Uses the runner's own library, which defines the layout. The library writes workflow commands to stdout, so it is
 * used only on a runner, where the log intercepts them.
 */
async function findOnRunner(
  { log }: Host,
  root: string,
  name: string,
  range: string,
  arch: string,
): Promise<CachedTool | null> {
  const { find } = await import('@actions/tool-cache')
  const before = process.env['RUNNER_TOOL_CACHE']
  // The library reads its root from this variable. No other code runs before it is set back.
  process.env['RUNNER_TOOL_CACHE'] = root
  try {
    const directory = toolkitCommands.run(
      ({ message }) => log.debug(message),
      () => find(name, range, arch),
    )
    return directory === '' ? null : { directory, version: path.basename(path.dirname(directory)) }
  } finally {
    if (before === undefined) delete process.env['RUNNER_TOOL_CACHE']
    else process.env['RUNNER_TOOL_CACHE'] = before
  }
}

async function findInLayout(
  root: string,
  name: string,
  range: string,
  arch: string,
): Promise<CachedTool | null> {
  const versions = (await readdir(path.join(root, name))).filter(
    version => semver.valid(version) !== null && isWhole(path.join(root, name, version, arch)),
  )
  const version = semver.maxSatisfying(versions, range)
  return version === null ? null : { directory: path.join(root, name, version, arch), version }
}

function isWhole(directory: string): boolean {
  return existsSync(`${directory}.complete`) && existsSync(directory)
}

/**
 * Puts a tool into the cache. It is prepared next to its final place, renamed, and only then marked complete. So an
 * interrupted install is never found, and two jobs that install the same tool do not disturb each other.
 *
 * @returns the directory of the tool: the one filled here, or that of a job that was faster
 * @throws Failure `write` if the cache cannot be written, and whatever `fill` throws
 */
export async function installTool(
  host: Host,
  name: string,
  version: string,
  arch: string,
  fill: (directory: string) => Promise<void>,
): Promise<CachedTool> {
  const parent = path.join(toolCacheOf(host), name, version)
  const directory = path.join(parent, arch)
  const filling = path.join(parent, `.tmp-${randomBytes(6).toString('hex')}`)
  try {
    await writing(parent, () => makeDirectory(filling))
    await fill(filling)
    await writing(directory, async () => {
      await settle(filling, directory)
      await writeFile(`${directory}.complete`, '')
      await sweep(parent)
    })
    return { directory, version }
  } finally {
    // The first error matters more than these files. A later install removes them.
    await rm(filling, { recursive: true, force: true }).catch(() => {})
  }
}

async function writing<Value>(place: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write()
  } catch (cause) {
    throw whyNotWritten(place, cause)
  }
}

const ANOTHER_JOB_MS = 1000

async function settle(filled: string, directory: string): Promise<void> {
  if (isWhole(directory) || (await moved(filled, directory))) return
  // Either another job has renamed its directory and is about to mark it, which takes almost no time, or a job was
  // interrupted before its mark.
  for (let waited = 0; waited < ANOTHER_JOB_MS && !isWhole(directory); waited += 50) await wait(50)
  if (isWhole(directory)) return
  const aside = `${filled}-aside`
  await moved(directory, aside)
  await moved(filled, directory)
  await rm(aside, { recursive: true, force: true })
}

/** `false` if something is already there, or if another job took the directory away. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (cause) {
    const code = errorCode(cause)
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return false
    throw cause
  }
}

const ABANDONED_MS = 24 * 60 * 60 * 1000

/** Removes what a killed install left at least a day ago. */
async function sweep(parent: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    const place = path.join(parent, entry)
    const age = Date.now() - ((await stat(place).catch(() => null))?.mtimeMs ?? Date.now())
    if (entry.startsWith('.tmp-') && age > ABANDONED_MS) await rm(place, { recursive: true, force: true })
  }
}
