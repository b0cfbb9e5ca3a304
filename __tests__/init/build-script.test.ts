import { describe, expect, it } from '@jest/globals'
import { linkerTexts, readBuildScript } from '../../src/init/build-script.ts'

describe('readBuildScript', () => {
  it('reads what a Makefile sets, and what its recipes build', () => {
    const text = [
      'VERSION ?= dev # of the program',
      'export A := 1',
      'A = 2',
      'FLAGS = -s',
      'FLAGS += \\',
      '  -w',
      'EMPTY =',
      'EMPTY = later',
      'build: VERSION = x',
      '\t@go build -o $@ \\',
      '\t  ./cmd/x',
      `LONG = ${'x'.repeat(9000)}`,
    ].join('\n')
    const { definitions, builds } = readBuildScript({ path: 'Makefile', text })
    expect(Object.fromEntries(definitions)).toEqual({
      VERSION: 'dev',
      A: '1',
      FLAGS: '-s -w',
      EMPTY: 'later',
    })
    expect(builds).toMatchObject([{ output: '$@', packages: ['./cmd/x'] }])
  })

  it('keeps no more of a variable than a line may have, however it is put together', () => {
    const text = `A = "x"\n${'A += "0123456789"\n'.repeat(15_000)}`
    const { definitions } = readBuildScript({ path: 'Makefile', text })
    expect(definitions.get('A')?.length).toBeLessThan(8300)
  })

  it('leaves a comment out behind any blanks, and none that begins within a word', () => {
    const lines = [`A = b${' '.repeat(8000)}# c`, `B = b${' '.repeat(8000)}c`, 'C = b#c # d', 'D = # e']
    const { definitions } = readBuildScript({ path: 'Makefile', text: lines.join('\n') })
    expect(definitions.get('A')).toBe('b')
    expect(definitions.get('B')).toHaveLength(8002)
    expect(definitions.get('C')).toBe('b#c')
  })

  it('reads what a script sets for good, and not for one command', () => {
    const text = 'V=$(git describe)\r\nexport W="a b"\nCGO_ENABLED=0 go build .\nF="-X main.v=$V"\nF+=" -s"\n'
    const { definitions, builds } = readBuildScript({ path: 'scripts/build.sh', text })
    expect(Object.fromEntries(definitions)).toEqual({
      V: '$(git describe)',
      W: '"a b"',
      F: '-X main.v=$V  -s',
    })
    expect(builds).toMatchObject([{ env: { CGO_ENABLED: '0' }, packages: ['.'] }])
  })
})

describe('linkerTexts', () => {
  it('are those of the builds, and of variables that are named so', () => {
    const text =
      'LDFLAGS = "-X main.v=1"\nOTHER = -X main.w=1\nGOFLAGS = -mod=vendor\n\tgo build -ldflags "-s"\n'
    expect(linkerTexts(readBuildScript({ path: 'a.mk', text }))).toEqual(['-s', '-X main.v=1'])
  })
})
