/** Like `Promise.all` over `items.map(work)`, with at most `width` of them running at the same time. */
export async function inParallel<Item, Value>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = []
  const rest = items.entries()
  const worker = async () => {
    for (const [index, item] of rest) values[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker))
  return values
}
