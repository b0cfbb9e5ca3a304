import { describe, expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findCgoStandIns, importsC } from '../../src/compile/cgo-stand-ins.ts'
import { listDependencies } from '../../src/compile/dependencies.ts'
import { findMains } from '../../src/compile/find-mains.ts'
import type { CompileSpec } from '../../src/declare/spec.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

describe('importsC', () => {
  it.each([
    ['package a\nimport "C"\n', true],
    ['package a\n/*\n#include <a.h>\n*/\nimport "C"\n', true],
    ['package a\nimport (\n\t"fmt"\n\t"C"\n)\n', true],
    ['package a\nimport "fmt"\nimport "C"\n', true],
    ['package a\n// import "C"\nimport "fmt"\n', false],
    ['package a\nvar c = "C"\n', false],
    ['package a\nimport "fmt"\nfunc f() { print("C") }\n', false],
    ['package a\nimport `C`\n', false],
    ['', false],
  ])('%j', (source, answer) => expect(importsC(source)).toBe(answer))
})

const CGO = 'package PACKAGE\n/*\n*/\nimport "C"\n'
/** Modules by name: their files. */
const MODULES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'github.com/mattn/go-sqlite3': {
    'sqlite3.go': CGO,
    'mock.go': '//go:build !cgo\n\npackage sqlite3\n',
  },
  'example.com/driver': {
    'driver.go': `//go:build cgo\n\n${CGO}`,
    'nocgo.go':
      '//go:build !cgo\n\npackage driver\nimport "database/sql"\nconst message = "driver was built without cgo"\nfunc init() { _ = sql.Register; if false { sql.Register(message, nil) } }\n',
  },
  'example.com/old': {
    'old.go': CGO,
    'nocgo.go': '// +build !cgo\n\npackage old\nvar E = "old needs cgo"\n',
  },
  'example.com/fast': { 'fast.go': CGO, 'slow.go': '//go:build !cgo\n\npackage fast\n' },
  // Its C is in a package of its own.
  'example.com/bridge': {
    'bridge.go': '//go:build cgo\n\npackage bridge\n',
    'nocgo.go': '//go:build !cgo\n\npackage bridge\nvar E = "bridge: built without cgo"\n',
  },
  'example.com/extra': { 'extra.go': 'package extra\n', 'more.go': '//go:build cgo\n\npackage extra\n' },
  // Cgo would change nothing here: these files are for other systems.
  'example.com/elsewhere': {
    'elsewhere.go': 'package elsewhere\n',
    'elsewhere_windows.go': CGO,
    'mac.go': `//go:build darwin\n\n${CGO}`,
    'tagged.go': `//go:build special\n\n${CGO}`,
    'jemalloc.go': `// +build jemalloc\n\n${CGO}`,
  },
  'example.com/pure': { 'pure.go': 'package pure\n', 'pure_windows.go': 'package pure\n' },
}

describeWith(['go', 'gcc'], 'findCgoStandIns', () => {
  async function find(spec: Partial<CompileSpec> = {}) {
    const host = testHost()
    const write = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(host.cwd, name)), { recursive: true })
      writeFileSync(path.join(host.cwd, name), text)
    }
    const names = Object.keys(MODULES)
    const replaced = names.map(
      name => `require ${name} v1.0.0\nreplace ${name} => ./${path.basename(name)}\n`,
    )
    write('go.mod', `module service\n\ngo 1.21\n${replaced.join('')}`)
    write('main.go', `package main\n${names.map(name => `import _ "${name}"\n`).join('')}func main() {}\n`)
    for (const [name, files] of Object.entries(MODULES)) {
      const directory = path.basename(name)
      const word = directory.replace('go-', '')
      write(`${directory}/go.mod`, `module ${name}\n\ngo 1.21\n`)
      for (const [file, text] of Object.entries(files))
        write(`${directory}/${file}`, text.replace('PACKAGE', word))
    }
    const platform = { os: 'linux', architecture: 'amd64' }
    const context = { spec: compileSpec(spec), platform, workingDirectory: host.cwd }
    const mains = await findMains(host, goOnPath(), [], context)
    const paths = mains.map(main => main.path)
    const { dependencies } = await listDependencies(host, goOnPath(), context, paths)
    const found = await findCgoStandIns(host, context, dependencies)
    return new Map(found.map(({ importPath, ...rest }) => [importPath, rest]))
  }

  it('finds the packages that cgo would make differently, and which of them are only stubs', async () => {
    expect(Object.fromEntries(await find())).toEqual({
      'github.com/mattn/go-sqlite3': { leftOut: ['sqlite3.go'], says: null, isStub: true },
      'example.com/driver': { leftOut: ['driver.go'], says: 'driver was built without cgo', isStub: true },
      'example.com/old': { leftOut: ['old.go'], says: 'old needs cgo', isStub: false },
      'example.com/fast': { leftOut: ['fast.go'], says: null, isStub: false },
      'example.com/bridge': { leftOut: ['bridge.go'], says: 'bridge: built without cgo', isStub: false },
    })
  })

  it('counts a file whose tag is set', async () => {
    expect((await find({ buildTags: ['special'] })).get('example.com/elsewhere')).toMatchObject({
      leftOut: ['tagged.go'],
    })
  })

  it('finds none if cgo is on', async () => expect((await find({ cgo: 'static' })).size).toBe(0))
})
