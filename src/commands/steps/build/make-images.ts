import type { Host } from '../../../host/host.ts'
import { inParallel } from '../../../host/in-parallel.ts'
import { stoppedBy, withSideWork } from '../../../host/side-work.ts'
import type { Wait } from '../../../host/wait.ts'
import type { ImageOnBase, PlatformOnBase } from '../platform-on-base.ts'
import type { MadeImage } from './made-image.ts'
import { makeImage, type Making } from './make-image.ts'
import { platformHosts } from './platform-hosts.ts'
import type { Sharing } from './sharing.ts'

/** What the image for one platform is made with. */
export type MakingOf = (
  spec: PlatformOnBase,
  host: Host,
) => Omit<Making, 'twins' | 'begin' | 'wait' | 'isAlone' | 'isFirst'>

/**
 * Makes the images for all platforms side by side, in the order of the platforms, each when its turn comes. If one cannot be made,
 * those after it are ended, and those before it are made to their end: the failure that is thrown is that of the first
 * platform that fails, whichever failed first.
 */
export async function makeImages(
  host: Host,
  { platforms }: ImageOnBase,
  { wait, sharing }: { readonly wait: Wait; readonly sharing: Sharing },
  makingOf: MakingOf,
): Promise<readonly MadeImage[]> {
  const isAlone = platforms.length === 1
  const { twins } = sharing
  const tasks = platformHosts(host, platforms, { wait, cores: sharing.cores }).map((own, at) => {
    const stop = new AbortController()
    return { ...own, at, stop, host: isAlone ? own.host : stoppedBy(own.host, stop.signal) }
  })
  const begun = tasks.map(task => ({ ...task, making: makingOf(task.spec, task.host) }))
  return inParallel(sharing.width, begun, async ({ at, spec, host: own, wait: inOrder, making, end }) => {
    try {
      return await sharing.inTurn(() =>
        withSideWork(own, (inside, begin) =>
          makeImage(inside, spec, { ...making, twins, begin, wait: inOrder, isAlone, isFirst: at === 0 }),
        ),
      )
    } catch (failure) {
      for (const later of tasks.slice(at + 1)) later.stop.abort()
      throw failure
    } finally {
      end()
    }
  })
}
