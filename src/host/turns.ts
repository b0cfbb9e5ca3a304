/** Does work when its turn comes. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Lets at most `width` pieces of work run at the same time, in the order in which they were asked for. */
export function turns(width: number): InTurn {
  const waiting: (() => void)[] = []
  let free = width
  return async work => {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
