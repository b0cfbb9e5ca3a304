// The data has 180 kB, so import this module only where the roots are needed.
import text from '../../data/mozilla-roots.pem'
import type { PemSource } from './certificates.ts'

/**
 * A dated snapshot of the roots that Mozilla trusts. The roots of Node are not used, because an image must not change
 * with the version of Node that Bantam runs on.
 */
export const MOZILLA_ROOTS: PemSource = { name: `Mozilla's roots of ${dateOf(text)}`, text }

function dateOf(pem: string): string {
  return /^#.* on (\d{4}-\d\d-\d\d);/.exec(pem)?.[1] ?? ''
}
