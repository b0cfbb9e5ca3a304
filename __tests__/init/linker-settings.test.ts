import { describe, expect, it } from '@jest/globals'
import { linkerSettings } from '../../src/init/linker-settings.ts'

function read(text: string, definitions: Readonly<Record<string, string>> = {}) {
  const meaning = { definitions: new Map(Object.entries(definitions)), module: null }
  const { lines, notes } = linkerSettings([text], meaning, 'Makefile')
  return { lines: [...lines.values()], left: notes.map(({ what }) => what) }
}

describe('linkerSettings', () => {
  it.each([
    { text: '-s -w', lines: [], left: [] },
    { text: '-s -w -X main.v=1', lines: ['-X main.v=1'], left: [] },
    { text: '-X=main.v=1 --X main.w=2', lines: ['-X main.v=1', '-X main.w=2'], left: [] },
    { text: '-X main.v=1 -X main.v=2', lines: ['-X main.v=1'], left: [] },
    { text: "-X 'main.v=a b'", lines: ["-X 'main.v=a b'"], left: [] },
    { text: '-X main.v=$(VERSION)', lines: ['-X main.v={{.Version}}'], left: [] },
    { text: '-extldflags "-static" -linkmode=external', lines: [], left: ['linker flag -linkmode=external'] },
    { text: '-X main.v=$(id)', lines: [], left: ['-X main.v=$(id)'] },
    { text: '-X $(id).v=1', lines: [], left: ['-X $(id).v=1'] },
    { text: '-X v=1', lines: [], left: ['-X v=1'] },
    { text: '-X main.v', lines: [], left: ['-X main.v'] },
    { text: '-X', lines: [], left: ['-X '] },
    { text: '-X main.v=', lines: [], left: ['-X main.v='] },
    { text: '-X main.v=<*>', lines: [], left: ['-X main.v=<*>'] },
    { text: '-X main.v={{.Env.TOKEN}}', lines: [], left: ['-X main.v={{.Env.TOKEN}}'] },
    { text: '-X ${{ secrets.X }}.v=1', lines: [], left: ['-X ${{ secrets.X }}.v=1'] },
    { text: '-X $(shell x=y).v=1', lines: [], left: ['-X $(shell x=y).v=1'] },
  ])('reads $text', ({ text, lines, left }) => {
    expect(read(text)).toEqual({ lines, left })
  })

  it('looks into variables that hold flags', () => {
    const definitions = { LDFLAGS: '"-s $(VERSION_FLAGS)"', VERSION_FLAGS: "-ldflags='-X main.v=$(VERSION)'" }
    expect(read('$(LDFLAGS)', definitions).lines).toEqual(['-X main.v={{.Version}}'])
    expect(read('$LDFLAGS -X main.w=1').lines).toEqual(['-X main.w=1'])
  })

  it('ends where they hold one another', () => {
    expect(read('$(AFLAGS)', { AFLAGS: '-X main.v=1 $(BFLAGS)', BFLAGS: '$(AFLAGS)' }).lines).toEqual([
      '-X main.v=1',
    ])
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`F${at}FLAGS`, `$(F${at + 1}FLAGS)`.repeat(9)]),
    )
    expect(read('$(F0FLAGS)', { ...many, F40FLAGS: '-X main.v=1 ' }).lines).toEqual([])
    expect(read(`-X ${'$(a)'.repeat(5000)}`).lines).toEqual([])
  })

  it.each([
    { length: 40, lines: ['-X main.v=1'] },
    { length: 60, lines: [] },
    { length: 20_000, lines: [] },
  ])('follows a chain of $length variables', ({ length, lines }) => {
    const chain = Array.from({ length }, (_, at) => [`F${at}FLAGS`, `$(F${at + 1}FLAGS)`] as const)
    const definitions = Object.fromEntries([...chain, [`F${length}FLAGS`, '-X main.v=1']])
    expect(read('$(F0FLAGS)', definitions).lines).toEqual(lines)
  })

  it('reads no more than a workflow can have', () => {
    const many = Array.from({ length: 3000 }, (_, at) => `-X m.v${at}=1`).join(' ')
    expect(read(many).lines).toHaveLength(200)
    expect(read('$(AFLAGS)'.repeat(3000), { AFLAGS: '-X main.v=1 '.repeat(600) }).lines).toEqual([])
  })
})
