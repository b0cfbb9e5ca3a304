import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { formatPlatform } from '../../../declare/platform.ts'
import type { Host } from '../../../host/host.ts'
import { orderedLogs, waitForTurn } from '../../../host/ordered-logs.ts'
import type { Wait } from '../../../host/wait.ts'
import type { PlatformOnBase } from '../platform-on-base.ts'

/** Where the image for one platform is made. */
export interface PlatformHost {
  readonly spec: PlatformOnBase
  readonly host: Host
  readonly wait: Wait
  /** Everything that the platform has to say was said. */
  readonly end: () => void
}

/**
 * A host for each platform, so that they can be made side by side: with a directory of its own, and with a log that is
 * shown in the order of the platforms. A single platform keeps the directory and the log.
 *
 * @param cores of each, because they share those of the machine
 */
export function platformHosts(
  host: Host,
  platforms: readonly PlatformOnBase[],
  { wait, cores }: { readonly wait: Wait; readonly cores: number },
): readonly PlatformHost[] {
  const [only, ...others] = platforms
  if (only !== undefined && others.length === 0)
    return [{ spec: only, host: { ...host, cores }, wait, end: () => {} }]
  const logs = orderedLogs(host.log, platforms.length)
  return logs.map((log, at) => {
    const spec = platforms[at]
    if (spec === undefined) throw new Error('a log without a platform')
    const temporary = path.join(host.temporary, formatPlatform(spec.platform).replaceAll('/', '-'))
    mkdirSync(temporary, { recursive: true })
    return {
      spec,
      host: { ...host, temporary, cores, log },
      wait: waitForTurn(log, wait),
      end: () => log.end(),
    }
  })
}

/** Bytes: linking and packing a large service takes about this much. */
const MEMORY_FOR_ONE = 1_500_000_000

/** How many platforms to make at the same time: bounded by the cores, and by the memory that this process may use. */
export function platformWidth({ cores }: Host, platforms: number): number {
  const fitting = Math.floor(process.availableMemory() / MEMORY_FOR_ONE)
  return Math.max(1, Math.min(cores, platforms, fitting))
}
