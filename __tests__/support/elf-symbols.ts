/** Functions of `.symtab` with the sizes the linker gave them: a reader of its own, 64 bits and little endian. */
export function functionSymbols(
  file: Uint8Array,
): readonly { readonly name: string; readonly size: number }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const long = (at: number) => Number(view.getBigUint64(at, true))
  const [table, entrySize, count] = [long(40), view.getUint16(58, true), view.getUint16(60, true)]
  const section = (index: number) => {
    const at = table + index * entrySize
    return {
      type: view.getUint32(at + 4, true),
      link: view.getUint32(at + 40, true),
      offset: long(at + 24),
      size: long(at + 32),
    }
  }
  const sections = Array.from({ length: count }, (_, index) => section(index))
  const symbols = sections.find(({ type }) => type === 2)
  if (symbols === undefined) throw new Error('There is no .symtab: the binary was stripped.')
  const strings = sections[symbols.link]?.offset ?? 0
  const found: { name: string; size: number }[] = []
  for (let at = symbols.offset; at < symbols.offset + symbols.size; at += 24) {
    if ((view.getUint8(at + 4) & 0xf) !== 2) continue
    const start = strings + view.getUint32(at, true)
    const name = Buffer.from(file.subarray(start, file.indexOf(0, start))).toString('utf8')
    found.push({ name, size: long(at + 16) })
  }
  return found
}
