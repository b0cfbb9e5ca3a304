import { beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { breakdownOf } from '../../src/binary/breakdown.ts'
import type { EmbeddedFile } from '../../src/binary/embedded-file.ts'
import { readExecutable } from '../../src/binary/executable.ts'
import { readEmbeddedFiles } from '../../src/compile/read-embedded-files.ts'
import { embeddedByPackage } from '../../src/size/embedded.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import { testHost } from '../support/host.ts'
import { bytesOfKind, nodeAt, wrongSums } from '../support/sum.ts'

/** What no other part of the program is like. */
function noise(seed: number, size: number): Buffer {
  const bytes = Buffer.alloc(size)
  for (let at = 0, state = seed; at < size; at++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    bytes[at] = state >> 16
  }
  return bytes
}

const embedding = (name: string, lines: string) =>
  `package ${name}\n\nimport "embed"\n\nvar _ embed.FS\n\n${lines}\n`

const SHARED = noise(7, 50_000)
const SOURCES: Readonly<Record<string, string | Buffer>> = {
  'go.mod':
    'module shop\n\ngo 1.18\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./elsewhere\n',
  'main.go':
    'package main\n\nimport (\n\t_ "embed"\n\t"os"\n\t"example.com/dep"\n\t"shop/pages"\n\t"shop/raw"\n\t"shop/twin"\n\t"time"\n\t_ "time/tzdata"\n)\n\n//go:embed version.txt\nvar version string\n\nfunc main() {\n\tzone, _ := time.LoadLocation(os.Args[0])\n\tn := len(os.Args)\n\tdep.Change(n)\n\tprintln(version[n], dep.Text[n], raw.Bytes[n], twin.Text[n], pages.Size(os.Args[0]), zone)\n}\n',
  'version.txt': 'v1.2\n',
  'elsewhere/go.mod': 'module example.com/dep\n\ngo 1.18\n',
  'elsewhere/dep.go': embedding(
    'dep',
    '//go:embed text.bin\nvar Text string\n\n//go:embed part.bin\nvar part []byte\n\n//go:embed shared.bin\nvar shared string\n\nfunc Change(n int) { part[n]++; Text += shared[n:]; Text = Text[n:] }',
  ),
  'elsewhere/text.bin': noise(1, 3_000_000),
  // Its first bytes: a file within another.
  'elsewhere/part.bin': noise(1, 3_000_000).subarray(0, 4_000),
  'elsewhere/shared.bin': SHARED,
  'raw/raw.go': embedding('raw', '//go:embed raw.bin\nvar Bytes []byte'),
  'raw/raw.bin': noise(2, 1_000_000),
  'twin/twin.go': embedding('twin', '//go:embed twin.bin\nvar Text string\n\nfunc Change() { Text += "x" }'),
  'twin/twin.bin': SHARED,
  'pages/pages.go': embedding(
    'pages',
    '//go:embed static unused.bin\nvar Files embed.FS\n\nfunc Size(name string) int { text, _ := Files.ReadFile(name); return len(text) }',
  ),
  'pages/static/a.html': noise(3, 200_000),
  'pages/static/deep/b.css': noise(4, 300),
  'pages/static/empty': '',
  'pages/unused.bin': 'x',
}

interface Built {
  readonly bytes: Uint8Array
  readonly embedded: readonly EmbeddedFile[]
}

async function build(env: Readonly<Record<string, string>>): Promise<Built> {
  const { cwd } = testHost()
  for (const [name, content] of Object.entries(SOURCES)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true })
    writeFileSync(path.join(cwd, name), content)
  }
  const options = {
    cwd,
    env: {
      ...process.env,
      CGO_ENABLED: '0',
      GOFLAGS: '-buildvcs=false',
      GOTOOLCHAIN: 'local',
      GOOS: 'linux',
      ...env,
    },
  }
  execFileSync('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', 'program', '.'], options)
  const format = '{{range .EmbedFiles}}{{$.ImportPath}}|{{$.Dir}}|{{.}}{{"\\n"}}{{end}}'
  const listed = execFileSync('go', ['list', '-deps', '-f', format, '.'], { ...options, encoding: 'utf8' })
  const embedded = await readEmbeddedFiles(
    listed
      .split('\n')
      .filter(line => line !== '')
      .map(line => {
        const [importPath = '', directory = '', name = ''] = line.split('|')
        return { importPath, directory, embedFiles: [name] }
      }),
  )
  return { bytes: readFileSync(path.join(cwd, 'program')), embedded }
}

function embeddedIn(root: Breakdown, module: string, name: string): number {
  const leaves = nodeAt(root, module, name)?.children ?? []
  return leaves.filter(({ kind }) => kind === 'embed').reduce((sum, { bytes }) => sum + bytes, 0)
}

describe.each([
  { name: 'the Go on PATH', env: {} },
  { name: '32 bits', env: { GOARCH: '386' } },
  { name: 'big-endian', env: { GOARCH: 's390x' } },
  { name: 'Go 1.21', env: { GOTOOLCHAIN: 'go1.21.13' } },
  { name: 'Go 1.27', env: { GOTOOLCHAIN: 'go1.27.4' } },
])('embedded files of a program: $name', ({ env }) => {
  let bytes: Uint8Array
  let embedded: readonly EmbeddedFile[]
  let whole: Breakdown
  let plain: Breakdown

  beforeAll(async () => {
    ;({ bytes, embedded } = await build(env))
    whole = breakdownOf(readExecutable(bytes), bytes, 'program', { files: embedded })
    plain = breakdownOf(readExecutable(bytes), bytes, 'program')
  }, 120_000)

  it('are of the packages that embed them, whatever the form', () => {
    const table = (files: number) => files * (bytes[4] === 2 ? 48 : 32) + (bytes[4] === 2 ? 24 : 12)
    expect(embeddedIn(whole, 'example.com/dep', 'example.com/dep')).toBe(3_000_000 + 4_000 + 25_000)
    expect(embeddedIn(whole, 'shop', 'shop/raw')).toBe(1_000_000)
    expect(embeddedIn(whole, 'shop', 'shop/twin')).toBe(25_000)
    expect(embeddedIn(whole, 'shop', 'shop')).toBe(5)
    // static/, static/a.html, static/deep/, static/deep/b.css, static/empty, unused.bin
    expect(embeddedIn(whole, 'shop', 'shop/pages')).toBe(200_000 + 300 + 1 + table(6))
    expect(bytesOfKind(whole, 'embed')).toBe(0)
  })

  it('are no one’s where only the program is at hand, but for those of an embed.FS, which have names', () => {
    expect(embeddedIn(plain, 'example.com/dep', 'example.com/dep')).toBe(0)
    expect(nodeAt(plain, 'embedded files', 'static/a.html')?.bytes).toBeGreaterThan(200_000)
    expect(bytesOfKind(plain, 'data') - bytesOfKind(whole, 'data')).toBeGreaterThan(4_050_000)
  })

  it('have time/tzdata among them, which is a constant', () => {
    for (const tree of [whole, plain]) {
      const zones = embeddedIn(tree, 'std', 'time/tzdata')
      expect([zones > 390_000, zones < 470_000]).toEqual([true, true])
    }
  })

  it('sum up to the file', () => {
    for (const tree of [whole, plain]) {
      expect(tree.bytes).toBe(bytes.length)
      expect(wrongSums(tree)).toEqual([])
    }
  })

  it('are known again by how much each package has', () => {
    const again = breakdownOf(readExecutable(bytes), bytes, 'program', {
      byPackage: embeddedByPackage(whole),
    })
    expect(wrongSums(again)).toEqual([])
    expect(again.bytes).toBe(bytes.length)
    for (const [module, name] of [
      ['example.com/dep', 'example.com/dep'],
      ['shop', 'shop/raw'],
      ['shop', 'shop/pages'],
      ['shop', 'shop'],
      ['std', 'time/tzdata'],
    ] as const)
      expect([name, nodeAt(again, module, name)?.bytes]).toEqual([name, nodeAt(whole, module, name)?.bytes])
    expect(bytesOfKind(again, 'data')).toBe(bytesOfKind(whole, 'data'))
    expect(bytesOfKind(again, 'embed')).toBe(0)
  })
})

describe('embedded files that are not what they seem', () => {
  it('gives away no more than has no owner', async () => {
    const { bytes } = await build({})
    const byPackage = new Map([
      ['shop/raw', 1e12],
      ['example.com/dep', 5],
    ])
    const tree = breakdownOf(readExecutable(bytes), bytes, 'program', { byPackage })
    expect([tree.bytes, wrongSums(tree)]).toEqual([bytes.length, []])
    expect(bytesOfKind(tree, 'data')).toBe(0)
    expect(embeddedIn(tree, 'example.com/dep', 'example.com/dep')).toBe(0)
  })

  it('is of nobody where the content on the disk is another', async () => {
    const { bytes, embedded } = await build({})
    const changed = embedded.map(file => ({ ...file, hash: file.hash.replaceAll('a', 'b') }))
    const tree = breakdownOf(readExecutable(bytes), bytes, 'program', { files: changed })
    expect(tree).toEqual(breakdownOf(readExecutable(bytes), bytes, 'program'))
  })
})
