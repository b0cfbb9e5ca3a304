import { describe, expect, it } from '@jest/globals'
import { parseDockerfile } from '../../src/init/dockerfile.ts'
import { contextPath, expand, pairsOf, stageNamed, viewStage } from '../../src/init/docker-stage.ts'

function view(text: string, at = 0) {
  return viewStage(parseDockerfile(text), at)
}

describe('viewStage', () => {
  it('is a stage with those that it starts from', () => {
    const text = 'ARG V=3\nFROM alpine:$V AS base\nENV A=1\nUSER 5\nFROM other\nFROM base\nEXPOSE $A $B\n'
    expect(view(text, 2)).toMatchObject({
      base: 'alpine:3',
      line: 6,
      settings: [
        { name: 'ENV', text: 'A=1' },
        { name: 'USER', text: '5' },
        { name: 'EXPOSE', written: '$A $B', text: null },
      ],
    })
  })

  it('takes over what was read of the stages before', () => {
    const dockerfile = parseDockerfile('FROM x AS a\nCOPY a /b\nRUN y\nFROM a\nENV A=1\nCOPY c /b\nRUN z\n')
    const first = viewStage(dockerfile, 0)
    const second = viewStage(dockerfile, 1, [first])
    expect(second).toEqual(viewStage(dockerfile, 1))
    expect(second.parent).toBe(0)
    expect(second.runs[0]).toBe(first.runs[0])
    expect([first.runs, first.copies].map(list => list.length)).toEqual([1, 1])
    expect([first.parent, first.variables.has('A'), contextPath(second, '/b')]).toEqual([-1, false, 'a'])
  })

  it('knows where a RUN runs, and what it runs', () => {
    const text =
      'FROM x\nWORKDIR /a\nWORKDIR b\nRUN ["/bin/sh", "-c", "go build"]\nRUN ["go", "build", "a b"]\nWORKDIR $C\nRUN x\n'
    expect(view(text)).toMatchObject({
      directory: '/a/b',
      runs: [
        { script: 'go build', directory: '/a/b', line: 4 },
        { script: '"go" "build" "a b"', directory: '/a/b' },
        { script: 'x', directory: '/a/b' },
      ],
    })
  })

  it('knows what COPY copies', () => {
    const text =
      'FROM x\nARG D=/d\nWORKDIR /w\nCOPY a b c/\nADD --chown=1:2 --chmod=644 a $D\nCOPY --from=y ["a b", "."]\nCOPY a $E\n'
    expect(view(text).copies).toMatchObject([
      { sources: ['a', 'b'], destination: '/w/c', into: true, from: null },
      { sources: ['a'], destination: '/d', into: false, owner: '1:2', mode: '644' },
      { sources: ['a b'], destination: '/w', into: true, from: 'y' },
      { sources: ['a'], destination: '/w/$E', into: false },
    ])
    expect(view(`FROM x\nCOPY ${'a '.repeat(500)} /\n`).copies[0]?.sources).toHaveLength(100)
  })

  it('ends where variables hold one another, or a stage names itself', () => {
    expect(view('FROM a AS a\nFROM a AS b\nFROM b AS a\n', 2).base).toBe('a')
    const grows = Array.from({ length: 40 }, () => 'ENV A=$A$A$A$A').join('\n')
    expect(view(`FROM x\nENV A=aaaa\n${grows}\n`).variables.get('A')?.length).toBeLessThan(10_000)
  })
})

describe('stageNamed', () => {
  const { stages } = parseDockerfile('FROM x AS A\nFROM y AS b\nFROM z AS a\n')
  it.each([
    { name: 'a', before: 3, at: 2 },
    { name: 'a', before: 2, at: 0 },
    { name: '1', before: 3, at: 1 },
    { name: '1', before: 1, at: -1 },
    { name: 'golang', before: 3, at: -1 },
  ])('finds $name before $before', ({ name, before, at }) => {
    expect(stageNamed(stages, name, before)).toBe(at)
  })
})

describe('contextPath', () => {
  const stage = view(
    'FROM x\nWORKDIR /src\nCOPY . .\nCOPY web/ /web\nCOPY a.txt b /etc/\nCOPY --from=y . /y\nCOPY first/ /twice\nCOPY second/ /twice\nCOPY inner/ /twice/inner\n',
  )
  it.each([
    { file: '/src', path: '.' },
    { file: '/src/cmd/x', path: 'cmd/x' },
    { file: '/web/index.html', path: 'web/index.html' },
    { file: '/etc/a.txt', path: 'a.txt' },
    { file: '/etc/passwd', path: null },
    { file: '/srcs', path: null },
    { file: '/y/a', path: null },
    { file: '/twice/c', path: 'first/c' },
    { file: '/twice/inner/c', path: 'inner/c' },
  ])('of $file is $path', ({ file, path }) => {
    expect(contextPath(stage, file)).toBe(path)
  })
})

it.each([
  {
    text: 'A=1 B="2 3"',
    pairs: [
      ['A', '1'],
      ['B', '2 3'],
    ],
  },
  { text: 'A old way', pairs: [['A', 'old way']] },
  { text: 'A', pairs: [] },
  { text: '', pairs: [] },
])('pairsOf reads $text', ({ text, pairs }) => {
  expect(pairsOf(text)).toEqual(pairs)
})

it.each([
  { text: '$A-${A}-${B:-c}-$$', value: '1-1-c-$$' },
  { text: '$B', value: null },
  { text: '${A', value: '${A' },
  { text: '${A}${A$A', value: '1${A1' },
  { text: '${B:-${A}}', value: '${A}' },
  {
    text: `${'${B:-'.repeat(3)}c}$A${'${B:-'.repeat(1600)}`,
    value: `${'${B:-'.repeat(2)}c1${'${B:-'.repeat(1600)}`,
  },
])('expand fills $text', ({ text, value }) => {
  expect(expand(text, new Map([['A', '1']]))).toBe(value)
})

it.each([
  { of: 'a name that stands for much', text: '$A'.repeat(4000), value: null },
  { of: 'text that is too long', text: 'x'.repeat(8193), value: null },
  { of: 'many open braces', text: '${b:-'.repeat(50_000), value: null },
  { of: 'the longest text', text: 'x'.repeat(8192), value: 'x'.repeat(8192) },
])('expand ends with $of', ({ text, value }) => {
  expect(expand(text, new Map([['A', 'a'.repeat(8192)]]))).toBe(value)
})

it('viewStage keeps little of variables that stand for much', () => {
  const { settings, variables } = view(`FROM x\nENV A=${'a'.repeat(8000)}\nLABEL b=${'$A'.repeat(60_000)}\n`)
  expect(variables.get('A')).toHaveLength(8000)
  expect(settings.at(-1)?.text).toBeNull()
})
