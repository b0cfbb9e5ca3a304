/**
 * The cost of packing at run time. Processor time until the Go runtime has taken over: user and system time in
 * milliseconds, the minimum of several runs, which does not depend on the load of the machine. And the private bytes at
 * that moment.
 */
export interface Price {
  readonly processorMs: Pair
  readonly memory: Pair
}

/** The same value for the packed and the linked binary. */
interface Pair {
  readonly linked: number
  readonly shipped: number
}
