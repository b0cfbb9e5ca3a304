/**
 * Like `Promise.all` over `items.map(work)`, with at most `width` of them running at the same time. After an error no
 * more work begins, and the error is thrown when no work runs any more.
 *
 * @throws the first error
 */
export async function inParallel<Item, Value>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = []
  const errors: unknown[] = []
  const rest = items.entries()
  const worker = async () => {
    for (const [index, item] of rest) {
      try {
        values[index] = await work(item)
      } catch (error) {
        errors.push(error)
      }
      if (errors.length > 0) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  if (errors.length > 0) throw errors[0]
  return values
}
