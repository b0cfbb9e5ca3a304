import { expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { nodeAt } from '../support/sum.ts'

const cwd = temporaryDirectory('embedded')
const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const LIMIT = 'module example.com/dep'

function write(name: string, content: string): void {
  mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
  writeFileSync(path.join(cwd, name), content)
}

async function build(output: string, ...flags: readonly string[]) {
  const built = ['build', '--pack', 'off', '--output', output, ...flags, '--json']
  const { exitCode, stdout, stderr } = await bantam(built, { cwd, env })
  const weighIn = stdout === '' ? null : (JSON.parse(stdout) as WeighIn)
  const [binary] = weighIn?.images[0]?.platforms[0]?.binaries ?? []
  const dep = nodeAt(binary?.breakdown ?? { name: '', kind: 'binary', bytes: 0 }, 'example.com/dep')
  return { exitCode, stderr, bytes: dep?.bytes ?? 0 }
}

it('counts what a module embeds, in the image that is its baseline too', async () => {
  write(
    'go.mod',
    'module shop\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n',
  )
  write(
    'main.go',
    'package main\n\nimport (\n\t"os"\n\t"example.com/dep"\n)\n\nfunc main() { println(dep.Text[len(os.Args)]) }\n',
  )
  write('dep/go.mod', 'module example.com/dep\n\ngo 1.21\n')
  write('dep/dep.go', 'package dep\n\nimport _ "embed"\n\n//go:embed text.bin\nvar Text string\n')
  write('dep/text.bin', 'some '.repeat(20_000))

  const first = await build('./first', '--budget', `${LIMIT}: 99kB`)
  expect(first).toMatchObject({ exitCode: 1 })
  expect(first.bytes).toBe(100_000)
  expect(first.stderr).toMatch(/of constant data has no owner and is not counted/)
  const base = await build('./base', '--budget', `${LIMIT}: 200kB`)
  expect(base).toMatchObject({ exitCode: 0, bytes: first.bytes })

  const grown = ['--baseline', './base', '--budget', `${LIMIT}: +0`]
  expect(await build('./same', ...grown)).toMatchObject({ exitCode: 0, bytes: first.bytes })
  write('dep/text.bin', 'some '.repeat(20_000) + 'more '.repeat(600_000))
  const more = await build('./more', ...grown)
  expect(more).toMatchObject({ exitCode: 1, bytes: first.bytes + 3_000_000 })
  expect(more.stderr).toContain(`${LIMIT} of linux/amd64 grew by 3.00 MB`)
}, 240_000)
