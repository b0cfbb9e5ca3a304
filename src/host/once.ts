/** Does work once for each key: who asks again gets the same promise, also while the work goes on or after it failed. */
export type Once<Value> = (key: string, work: () => Promise<Value>) => Promise<Value>

export function once<Value>(): Once<Value> {
  const begun = new Map<string, Promise<Value>>()
  return (key, work) => {
    const same = begun.get(key)
    if (same !== undefined) return same
    const own = work()
    begun.set(key, own)
    return own
  }
}
