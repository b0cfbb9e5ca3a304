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
})
