import { rename, rm } from 'node:fs/promises'
import { errorCode } from '../host/error-code.ts'
import { beside } from './beside.ts'

/** How often another run may put its own directory there between the two steps of this one. */
const TRIES = 20

/**
 * Puts a directory that was written beside its place into it. A directory cannot be renamed over one that is not empty, so
 * the old one is moved aside first. It is moved back if the new one cannot take its place.
 */
export async function putInPlace(written: string, place: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const old = await moveAside(place)
    try {
      await rename(written, place)
    } catch (cause) {
      const taken = errorCode(cause) === 'ENOTEMPTY' || errorCode(cause) === 'EEXIST'
      if (old !== null && !taken) await rename(old, place)
      if (!taken || tries === TRIES) throw cause
      continue
    } finally {
      if (old !== null) await rm(old, { recursive: true, force: true })
    }
    return
  }
}

async function moveAside(place: string): Promise<string | null> {
  const old = beside(place)
  try {
    await rename(place, old)
    return old
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null
    throw cause
  }
}
