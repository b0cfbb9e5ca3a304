import { posix } from 'node:path'

/** A path that starts at the top of the checkout, as facts have it: without `./` and a slash at its end, empty for the top. */
export function checkoutPath(written: string): string {
  const path = posix.normalize(`./${written}`).replace(/\/$/, '')
  return path === '.' ? '' : path
}
