/**
 * What packing costs where the service runs: processor time until the Go runtime has taken over (user and system, in
 * milliseconds, the least of several runs), which a busy machine does not change; and private bytes there.
 */
export interface Price {
  readonly processorMs: Pair
  readonly memory: Pair
}

/** The same of both binaries. */
interface Pair {
  readonly linked: number
  readonly shipped: number
}
