import { expect, it } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listDependencies, type Dependency } from '../../src/compile/dependencies.ts'
import { findMains } from '../../src/compile/find-mains.ts'
import type { CompileSpec } from '../../src/declare/spec.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

const SOURCES: Readonly<Record<string, string>> = {
  'go.mod':
    'module service\ngo 1.21\nrequire example.com/driver v1.0.0\nreplace example.com/driver => ./driver\n',
  'main.go':
    'package main\nimport (\n\t_ "embed"\n\t"example.com/driver"\n)\n//go:embed page.html\nvar page string\nfunc main() { println(page, driver.Name) }\n',
  'page.html': '<p>',
  'main_test.go': 'package main\n',
  'driver/go.mod': 'module example.com/driver\ngo 1.21\n',
  'driver/cgo.go': 'package driver\nimport "C"\nconst Name = "cgo"\n',
  'driver/stub.go': '//go:build !cgo\n\npackage driver\nconst Name = "stub"\n',
}

async function dependencies(spec: Partial<CompileSpec> = {}): Promise<ReadonlyMap<string, Dependency>> {
  const host = testHost()
  for (const [name, text] of Object.entries(SOURCES)) {
    mkdirSync(path.dirname(path.join(host.cwd, name)), { recursive: true })
    writeFileSync(path.join(host.cwd, name), text)
  }
  const platform = { os: 'linux', architecture: 'amd64' }
  const context = { spec: compileSpec(spec), platform, workingDirectory: host.cwd }
  const mains = await findMains(host, goOnPath(), [], context)
  const paths = mains.map(main => main.path)
  const listed = await listDependencies(host, goOnPath(), context, paths)
  expect(listed.packages).toMatchObject(mains.map(({ importPath }) => ({ importPath, error: null })))
  return new Map(listed.dependencies.map(found => [found.importPath, found]))
}

describeWith(['go', 'gcc'], 'listDependencies', () => {
  it('lists what is compiled into a main, with the files of each package', async () => {
    const found = await dependencies()
    expect(found.get('service')).toMatchObject({
      module: 'service',
      standard: false,
      replacedBy: null,
      goFiles: ['main.go'],
      embedFiles: ['page.html'],
    })
    expect(found.get('example.com/driver')).toMatchObject({
      module: 'example.com/driver',
      replacedBy: './driver',
      goFiles: ['stub.go'],
      cgoFiles: [],
      ignoredGoFiles: ['cgo.go'],
    })
    expect(found.get('runtime')).toMatchObject({ module: null, standard: true })
    expect(found.has('net/http')).toBe(false)
  })

  it('lists the files of cgo where it is on', async () => {
    const found = await dependencies({ cgo: 'static' })
    expect(found.get('example.com/driver')).toMatchObject({
      goFiles: [],
      cgoFiles: ['cgo.go'],
      ignoredGoFiles: ['stub.go'],
    })
  })
})
