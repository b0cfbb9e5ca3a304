/**
 * Like `Promise.all` over `items.map(work)`, with at most `width` of them running at the same time. After an error no
 * more work begins, and the error is thrown when no work runs any more.
 *
 * @throws the error of the first item that failed, in the order of the items
 */
export async function inParallel<Item, Value>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = []
  const errors = new Map<number, unknown>()
  const rest = items.entries()
  const worker = async () => {
    for (const [index, item] of rest) {
      try {
        values[index] = await work(item)
      } catch (error) {
        errors.set(index, error)
      }
      if (errors.size > 0) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  if (errors.size > 0) throw errors.get(Math.min(...errors.keys()))
  return values
}
