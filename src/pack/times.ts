/** How long packing and proving took so far, in milliseconds. A refusal is reported with both too. */
export interface Times {
  packMs: number
  proveMs: number
}

/** Records how long the work takes, also where it fails. */
export async function timed<Value>(
  times: Times,
  stage: keyof Times,
  work: () => Promise<Value>,
): Promise<Value> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    times[stage] = performance.now() - started
  }
}
