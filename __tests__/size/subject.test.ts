import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import type { Limit, Subject } from '../../src/weigh-in/limit.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { type NamedBinary, nearestPaths, sizeOf, unknownSubjects } from '../../src/size/subject.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'

const worker = { ...proxyBinary, name: 'worker' }
const unread = { ...proxyBinary, name: 'shim', breakdown: null }

function treeWith(path: string): Breakdown {
  return { name: 'proxy', kind: 'binary', bytes: 9, children: [{ name: path, kind: 'module', bytes: 9 }] }
}

function limitOn(subject: Subject): Limit {
  return { subject, bound: { kind: 'size', amount: 1_000_000 }, platform: null }
}

const module = (path: string): Subject => ({ kind: 'module', path })
const importPath = (path: string): Subject => ({ kind: 'package', path })

describe('sizeOf', () => {
  it.each([
    { subject: module('golang.org/x/net'), bytes: 900_000 },
    { subject: module('example.com/proxy'), bytes: 20_194 },
    { subject: module('std'), bytes: 4_000_000 },
    { subject: importPath('golang.org/x/net/http2'), bytes: 700_000 },
    { subject: importPath('net/http'), bytes: 1_800_000 },
    { subject: { kind: 'image' } as const, bytes: 2_202_123 },
    { subject: module('golang.org/x/text'), bytes: 0 },
  ])('$subject.kind $subject.path: $bytes', ({ subject, bytes }) => {
    expect(sizeOf(subject, platformWeight())).toBe(bytes)
  })

  it('adds what several binaries have of it, and knows nothing as soon as one was not read', () => {
    const net = module('golang.org/x/net')
    expect(sizeOf(net, platformWeight({ binaries: [proxyBinary, worker] }))).toBe(1_800_000)
    expect(sizeOf(net, platformWeight({ binaries: [proxyBinary, unread] }))).toBeNull()
    expect(sizeOf(net, platformWeight({ binaries: [] }))).toBeNull()
  })
})

describe('unknownSubjects', () => {
  it.each([
    {
      subject: module('golang.org/x/nett'),
      sentence:
        '--budget "module golang.org/x/nett: 1MB" limits a module that is not in proxy; did you mean "golang.org/x/net"?',
    },
    { subject: module('x/net'), sentence: expect.stringMatching(/did you mean "golang\.org\/x\/net"\?$/) },
    {
      subject: module('golang.org/x/net/v2'),
      sentence: expect.stringMatching(/did you mean "golang\.org\/x\/net"\?$/),
    },
    {
      subject: importPath('http'),
      sentence: expect.stringMatching(/did you mean "net\/http"\?$/),
    },
    {
      subject: importPath('golang.org/x/net'),
      sentence: expect.stringContaining(
        'there is a module of that name; write module golang.org/x/net: 1MB.',
      ),
    },
    {
      subject: module('net/http'),
      sentence: expect.stringContaining('there is a package of that name; write package net/http: 1MB.'),
    },
    {
      subject: module('github.com/spf13/cobra'),
      sentence: expect.stringMatching(/proxy; remove the line\.$/),
    },
  ])('$subject.kind $subject.path', ({ subject, sentence }) => {
    const [problem, ...others] = unknownSubjects([limitOn(subject)], [proxyBinary])
    expect(others).toEqual([])
    expect(problem).toMatchObject({ input: 'budget', value: expect.any(String) })
    expect(problem && sentencesOf([problem])[0]).toEqual(sentence)
  })

  it('says nothing of what is in one of the binaries, of metrics, and of what was not read', () => {
    const limits = [limitOn(module('std')), limitOn({ kind: 'image' })]
    expect(unknownSubjects(limits, [proxyBinary, worker])).toEqual([])
    expect(unknownSubjects([limitOn(module('a.b/c'))], [proxyBinary, unread])).toEqual([])
  })

  it('knows a module of the build info, though no byte of it is left', () => {
    const inlined = { ...proxyBinary, modules: ['example.com/proxy', 'golang.org/x/exp'] }
    for (const subject of [module('golang.org/x/exp'), importPath('golang.org/x/exp')]) {
      expect(unknownSubjects([limitOn(subject)], [inlined])).toEqual([])
      expect(sizeOf(subject, platformWeight({ binaries: [inlined] }))).toBe(0)
    }
    const [problem] = unknownSubjects([limitOn(module('golang.org/x/expp'))], [inlined])
    expect(problem && sentencesOf([problem], 'action')[0]).toMatch(/did you mean "golang\.org\/x\/exp"/)
    expect(unknownSubjects([limitOn(importPath('golang.org/x/exp/maps'))], [inlined])).toHaveLength(1)
  })

  it.each<{ name: string; before?: NamedBinary; packages?: readonly string[] }>([
    { name: 'the baseline has a byte of it', before: { ...proxyBinary, breakdown: treeWith('a.b/c') } },
    {
      name: 'the baseline was built from it',
      before: { ...proxyBinary, breakdown: null, modules: ['a.b/c'] },
    },
    { name: 'Go compiles it in', packages: ['a.b/c'] },
  ])('knows what is not in the binaries where $name', ({ before, packages = [] }) => {
    const known = { before: before === undefined ? [] : [before], packages }
    const subject = before === undefined ? importPath('a.b/c') : module('a.b/c')
    expect(unknownSubjects([limitOn(subject)], [proxyBinary], known)).toEqual([])
    expect(unknownSubjects([limitOn(subject)], [proxyBinary])).toHaveLength(1)
  })

  it('says where there is no binary at all', () => {
    const [problem] = unknownSubjects([limitOn(module('a.b/c'))], [])
    expect(problem && sentencesOf([problem], 'action')[0]).toBe(
      'budget "module a.b/c: 1MB" limits a module, but no program in the image was built by Go; remove the line.',
    )
    expect(unknownSubjects([limitOn({ kind: 'image' })], [])).toEqual([])
  })

  it('says where no modules can be told at all', () => {
    const breakdown = {
      name: 'c',
      kind: 'binary',
      bytes: 4,
      children: [{ name: 'data', kind: 'data', bytes: 4 }],
    } as const
    const [problem] = unknownSubjects([limitOn(module('a.b/c'))], [{ name: 'c', breakdown }])
    expect(problem && sentencesOf([problem], 'action')[0]).toBe(
      'budget "module a.b/c: 1MB" limits a module that is not in c, whose Go modules are not known; remove the line.',
    )
  })
})

describe('nearestPaths', () => {
  it('names at most three, the nearest first, whatever their number', () => {
    const known = Array.from({ length: 60_000 }, (_, index) => `example.com/deep/path/package${index}`)
    const [nearest, ...others] = nearestPaths('example.com/deep/path/package12345x', known)
    expect(nearest).toBe('example.com/deep/path/package12345')
    expect(others).toHaveLength(2)
  })
})
