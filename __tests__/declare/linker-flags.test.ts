import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { joinLinkerFlags, splitLinkerFlags } from '../../src/declare/linker-flags.ts'

const joined = (fields: readonly string[]): string => {
  const text = joinLinkerFlags(fields)
  if (!text.ok) throw new Error(text.problem)
  return text.value
}

describe('linker flags', () => {
  it.each([
    ['-X main.v=1', ['-X', 'main.v=1']],
    [`-X 'main.v=a b'`, ['-X', 'main.v=a b']],
    [`"-X=main.v=it's"`, [`-X=main.v=it's`]],
    [`-X main.v='a`, ['-X', `main.v='a`]],
    ['-X main.v={{ .Version }}', ['-X', 'main.v={{ .Version }}']],
    ['-X main.v={{.Tag | default "a }} b"}} -v', ['-X', 'main.v={{.Tag | default "a }} b"}}', '-v']],
    [`'-X=main.v={{ .Env.A }}' -v`, ['-X=main.v={{ .Env.A }}', '-v']],
    ['# why\n-w\n\n-X main.v=1\n', ['-w', '-X', 'main.v=1']],
    ['', []],
  ])('splits %j as go does', (text, fields) => {
    expect(splitLinkerFlags(text)).toEqual({ ok: true, value: fields })
  })

  it('refuses a quote that is never closed', () => {
    expect(splitLinkerFlags(`-X 'main.v=1`)).toEqual({
      ok: false,
      problem: expect.stringContaining('never closed'),
    })
  })

  it('refuses what no quotes can hold', () => {
    expect(joinLinkerFlags([`a ' "`]).ok).toBe(false)
  })

  it('reads back any fields that can be written', () => {
    const field = fc.string().map(text => text.replace(/[\n\r]/g, '').replaceAll('{{', ''))
    fc.assert(
      fc.property(fc.array(field), fields => {
        const text = joinLinkerFlags(fields)
        if (text.ok && !/(?:^|\n)\s*#/.test(text.value)) {
          expect(splitLinkerFlags(text.value)).toEqual({ ok: true, value: fields })
        }
      }),
    )
  })

  it('keeps a hostile value within its field, as a real go shows', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'bantam-test-'))
    const [first, second] = [`it's -extld=/nowhere`, `a' -linkmode=external '`]
    writeFileSync(path.join(directory, 'go.mod'), 'module example.com/x\n\ngo 1.21\n')
    writeFileSync(
      path.join(directory, 'main.go'),
      'package main\n\nvar first, second string\n\nfunc main() { print(first, "|", second) }\n',
    )
    const ldflags = joined(['-X', `main.first=${first}`, `-X=main.second=${second}`])
    execFileSync('go', ['build', '-o', 'x', `-ldflags=${ldflags}`, '.'], { cwd: directory })
    const { stderr } = spawnSync(path.join(directory, 'x'), { encoding: 'utf8' })
    expect(stderr).toBe(`${first}|${second}`)
  })
})
