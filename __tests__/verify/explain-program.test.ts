import { describe, expect, it } from '@jest/globals'
import type { BuildInfo } from '../../src/binary/build-info.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import {
  explainProgram,
  type ProgramContext,
  type SeenLinked,
  type SeenProgram,
} from '../../src/verify/explain-program.ts'

const INFO: BuildInfo = {
  goVersion: 'go1.26.8',
  path: 'example.com/x',
  main: { path: 'example.com/x', version: '(devel)', sum: null, replacedBy: null },
  dependencies: [{ path: 'a.b/c', version: 'v1.0.0', sum: null, replacedBy: null }],
  settings: { '-trimpath': 'true' },
}
const CONTEXT: ProgramContext = {
  revision: 'c0ffee0',
  ldflags: '-s -w -X main.version=1.2.3-new -X main.short=x',
  packer: 'upx 4.2.4',
  notPacked: null,
}

function breakdown(packages: Readonly<Record<string, number>>): Breakdown {
  const sum = (nodes: readonly Breakdown[]) => nodes.reduce((all, { bytes }) => all + bytes, 0)
  const nodes = Object.entries(packages).map(([name, bytes]) => ({ name, kind: 'package' as const, bytes }))
  const standard = nodes.filter(({ name }) => name === 'fmt')
  const std = { name: 'std', kind: 'std' as const, bytes: sum(standard), children: standard }
  const children = [...nodes.filter(({ name }) => name !== 'fmt'), std]
  return { name: 'x', kind: 'binary', bytes: sum(children), children }
}

function linked(
  text: string,
  info: Partial<BuildInfo> = {},
  packages: Readonly<Record<string, number>> = {},
): SeenLinked {
  return { bytes: Buffer.from(text), buildInfo: { ...INFO, ...info }, breakdown: () => breakdown(packages) }
}

const program = (seen: SeenProgram['linked'], packer: string | null = null): SeenProgram => ({
  path: '/x',
  packer,
  linked: seen,
})

const explained = (image: SeenProgram, rebuilt: SeenProgram, context: Partial<ProgramContext> = {}) =>
  explainProgram(image, rebuilt, { ...CONTEXT, ...context })

describe('explainProgram', () => {
  it('blames the packer where the linked binary is the same', () => {
    expect(explained(program(linked('a'), 'upx'), program(linked('a'), 'upx'))).toEqual([
      { kind: 'packer', path: '/x', packer: 'upx 4.2.4' },
    ])
    expect(explained(program(linked('a'), 'upx'), program(linked('a')), { notPacked: 'no proof' })).toEqual([
      { kind: 'packed', path: '/x', where: 'image', why: 'no proof' },
    ])
    expect(explained(program(linked('a')), program(linked('a'), 'upx'))).toEqual([
      { kind: 'packed', path: '/x', where: 'rebuild', why: null },
    ])
  })

  it('names another Go, and then nothing that follows from it', () => {
    const old = linked('a', { goVersion: 'go1.25.1', settings: {} })
    expect(explained(program(old), program(linked('b')))).toEqual([
      { kind: 'go', path: '/x', image: 'go1.25.1', rebuilt: 'go1.26.8' },
    ])
  })

  it('names settings, and modules with what replaces them', () => {
    const other = linked('a', {
      settings: { '-trimpath': 'true', '-tags': 'x' },
      dependencies: [
        { path: 'a.b/c', version: 'v1.0.0', sum: null, replacedBy: { path: './c', version: '' } },
        { path: 'd.e/f', version: 'v2.0.0', sum: null, replacedBy: null },
      ],
    })
    expect(explained(program(other), program(linked('b')))).toEqual([
      { kind: 'setting', path: '/x', name: '-tags', image: 'x', rebuilt: null },
      {
        kind: 'modules',
        path: '/x',
        modules: [
          { path: 'a.b/c', image: 'v1.0.0 => ./c', rebuilt: 'v1.0.0' },
          { path: 'd.e/f', image: 'v2.0.0', rebuilt: null },
        ],
      },
    ])
  })

  it('names variables whose value only the rebuild has, unless any binary could have it', () => {
    expect(explained(program(linked('… 1.2.3-old')), program(linked('… x 1.2.3-new')))).toEqual([
      { kind: 'ldflags', path: '/x', variables: ['main.version'] },
    ])
  })

  it('else names the source: packages of another size, those of the standard library only if there are no others', () => {
    const image = linked('a', {}, { 'hello/x': 5, fmt: 7, main: 1 })
    const rebuilt = linked('b', {}, { 'hello/x': 6, fmt: 8, main: 1 })
    expect(explained(program(image), program(rebuilt))).toEqual([
      { kind: 'source', path: '/x', revision: 'c0ffee0', packages: ['hello/x'] },
    ])
    expect(
      explained(program(linked('a', {}, { fmt: 7 })), program(linked('b', {}, { fmt: 8 }))),
    ).toMatchObject([{ kind: 'source', packages: ['fmt'] }])
    expect(explained(program(linked('a')), program(linked('b')))).toMatchObject([
      { kind: 'source', packages: [] },
    ])
  })

  it('says why a program cannot be read', () => {
    expect(explained(program({ why: 'it was changed' }, 'upx'), program(linked('b'), 'upx'))).toEqual([
      { kind: 'unread', path: '/x', why: 'it was changed' },
    ])
  })
})
