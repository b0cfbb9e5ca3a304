import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { joinLinkerFlags, splitLikeGo } from '../../src/declare/linker-flags.ts'
import {
  filesOfFlags,
  isPlainCFlag,
  otherBuildFlag,
  otherFlagOf,
  otherLinkerFlag,
} from '../../src/declare/plain-flags.ts'

describe('flags of go build', () => {
  it.each([
    [['-trimpath']],
    [['-mod=vendor', '-p', '2', '-v']],
    [['-pgo=cpu.pprof', '-modfile', 'other.mod']],
    [['-gcflags=all=-N -l']],
    [['-gcflags', './...=-m=2 -d=checkptr=1,ssa/check_bce/debug=1']],
    [['-asmflags=-spectre=ret']],
    [['-cover', '-coverpkg=./...', '-covermode=atomic', '-buildmode=pie']],
    [['-tags=a,b', '-ldflags=-s -X a.b=c', '-buildvcs=auto']],
  ])('lets %j pass', words => expect(otherBuildFlag(words)).toBeNull())

  it.each([
    [['-debug-trace=/x'], '-debug-trace=/x'],
    [['-debug-actiongraph', '/x'], '-debug-actiongraph'],
    [['-debug-runtime-trace=x'], '-debug-runtime-trace=x'],
    [['-pkgdir=/x'], '-pkgdir=/x'],
    [['-gcflags=-cpuprofile=/x'], '-gcflags=-cpuprofile=/x'],
    [['-gcflags=all=-N -asmhdr x'], '-gcflags=all=-N -asmhdr x'],
    [['-gcflags', 'all=-o=x'], '-gcflags'],
    [['-gcflags=-d=dumpinlfuncprops=x'], '-gcflags=-d=dumpinlfuncprops=x'],
    [['-asmflags=-o x'], '-asmflags=-o x'],
    [['-ldflags=all=-o=x'], '-ldflags=all=-o=x'],
    [['-v=2'], '-v=2'],
    [['-p'], '-p'],
    [['x'], 'x'],
    [['-overlay=/x'], '-overlay=/x'],
    [['-constructor=x'], '-constructor=x'],
  ])('refuses %j', (words, flag) => expect(otherBuildFlag(words)).toBe(flag))
})

describe("flags of Go's linker", () => {
  it.each([
    [[]],
    [['-s', '-w', '-X', 'a.b=-o /x', '-X=c.d=/e']],
    [['-buildid=', '-linkmode', 'external', '-extldflags', '-static -Wl,-z,now -lm']],
    [['-checklinkname=0']],
  ])('lets %j pass', words => expect(otherLinkerFlag(words)).toBeNull())

  it.each([
    [['-o', '/x'], '-o'],
    [['-o=x'], '-o=x'],
    [['-s', '--cpuprofile=x'], '--cpuprofile=x'],
    [['-tmpdir', 'x'], '-tmpdir'],
    [['-extld=gcc'], '-extld=gcc'],
    [['-extldflags=-Wl,-Map=x'], '-extldflags=-Wl,-Map=x'],
    [['-extldflags=-static -o /x'], '-extldflags=-static -o /x'],
    [['@x'], '@x'],
    [['-s', 'main.a'], 'main.a'],
    [['-X'], '-X'],
  ])('refuses %j', (words, flag) => expect(otherLinkerFlag(words)).toBe(flag))

  it('are those that Go sees, whatever braces, quotes and comments stand between', () => {
    const hidden = [
      ['-X', 'a.b={{', '-o', '/x', '}}'],
      ['-X', 'a.b=x\n#', '-o', '/x', '-X', 'c.d=\n'],
    ]
    for (const fields of hidden) {
      const joined = joinLinkerFlags(fields)
      expect(otherFlagOf({ buildFlags: [], ldflags: joined.ok ? joined.value : '' })).toBe('-o')
    }
  })

  it('are split as they were joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '-', ' ', '{{', '}}', '#', "'", '"', '\n') })),
        fields => {
          const joined = joinLinkerFlags(fields)
          expect(joined.ok ? splitLikeGo(joined.value) : { ok: true, value: fields }).toEqual({
            ok: true,
            value: fields,
          })
        },
      ),
    )
  })
})

it.each([
  '-O2',
  '-g',
  '-DA=1',
  '-Wall',
  '-Wno-error',
  '-std=c11',
  '-march=x86-64-v3',
  '-lpthread',
  '-fPIC',
  '-static-pie',
])('a C compiler may have %s', flag => expect(isPlainCFlag(flag)).toBe(true))

it.each([
  '-o',
  '-ox',
  '-MFx',
  '-MD',
  '-save-temps',
  '-fdump-tree-all',
  '-Wl,-o,x',
  '-Wl,-T,x',
  '-Wa,-a=x',
  '-Wp,-MD,x',
  '@x',
  '-specs=x',
  '-B.',
  '-I/x',
  '-include',
  '-fplugin=x',
  '-fprofile-use=x',
  '-l:x',
  '-Wl,-z,now,-o,x',
])('a C compiler may not have %s', flag => expect(isPlainCFlag(flag)).toBe(false))

it('finds the files that flags name', () => {
  expect(
    filesOfFlags(['-pgo=a', '-v', '-modfile', '../b.mod', '-pgo', 'auto', '-pgo=/c', '-pgo='], '/w/x'),
  ).toEqual(['/w/x/a', '/w/b.mod', '/c'])
  expect(filesOfFlags(['-pgo'], '/w')).toEqual([])
})
