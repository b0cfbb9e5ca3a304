import type { Host } from '../../../host/host.ts'
import { inParallel } from '../../../host/in-parallel.ts'
import { stoppedBy, withSideWork } from '../../../host/side-work.ts'
import type { Wait } from '../../../host/wait.ts'
import type { ImageOnBase, PlatformOnBase } from '../platform-on-base.ts'
import type { MadeImage } from './made-image.ts'
import { makeImage, type Making } from './make-image.ts'
import { platformHosts } from './platform-hosts.ts'

/** What the image for one platform is made with. */
export type MakingOf = (
  spec: PlatformOnBase,
  host: Host,
) => Omit<Making, 'begin' | 'wait' | 'isAlone' | 'isFirst'>

/**
 * Makes the images for all platforms side by side, `width` at a time, in the order of the platforms. If one cannot be made,
 * those after it are ended, and those before it are made to their end: the failure that is thrown is that of the first
 * platform that fails, whichever failed first.
 */
export async function makeImages(
  host: Host,
  { platforms }: ImageOnBase,
  { wait, width }: { readonly wait: Wait; readonly width: number },
  makingOf: MakingOf,
): Promise<readonly MadeImage[]> {
  const isAlone = platforms.length === 1
  const tasks = platformHosts(host, platforms, { wait, width }).map((own, at) => {
    const stop = new AbortController()
    return { ...own, at, stop, host: isAlone ? own.host : stoppedBy(own.host, stop.signal) }
  })
  const begun = tasks.map(task => ({ ...task, making: makingOf(task.spec, task.host) }))
  return inParallel(width, begun, async ({ at, spec, host: own, wait: inTurn, making, end }) => {
    try {
      return await withSideWork(own, (inside, begin) =>
        makeImage(inside, spec, { ...making, begin, wait: inTurn, isAlone, isFirst: at === 0 }),
      )
    } catch (failure) {
      for (const later of tasks.slice(at + 1)) later.stop.abort()
      throw failure
    } finally {
      end()
    }
  })
}
