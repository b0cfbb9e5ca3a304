import { expect, it } from '@jest/globals'
import path from 'node:path'
import { findMains } from '../../src/compile/find-mains.ts'
import { readImportGraph } from '../../src/compile/import-graph.ts'
import type { CompileSpec } from '../../src/declare/spec.ts'
import type { PackageGraph } from '../../src/diet/package-graph.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const PLACES = { fixtures: path.join(ROOT, '__tests__', 'fixtures'), examples: path.join(ROOT, 'examples') }

async function graphOf(
  directory: string,
  spec: Partial<CompileSpec> = {},
  architecture = 'amd64',
): Promise<PackageGraph> {
  const workingDirectory = path.resolve(PLACES.fixtures, directory)
  const host = testHost({ cwd: workingDirectory })
  const context = { spec: compileSpec(spec), platform: { os: 'linux', architecture }, workingDirectory }
  const mains = await findMains(host, goOnPath(), [], context)
  return readImportGraph(host, goOnPath(), context, mains)
}

describeWith(['go'], 'readImportGraph', () => {
  it('tells own code, modules and the standard library apart', async () => {
    const { roots, packages } = await graphOf('go-tags/service')
    expect(roots).toEqual(['example.com/tags/service'])
    expect(packages.get('example.com/tags/service')).toEqual({
      importPath: 'example.com/tags/service',
      module: 'example.com/tags/service',
      own: true,
      imports: ['example.com/tags/dep'],
      directory: path.join(PLACES.fixtures, 'go-tags/service'),
      files: ['main.go', 'own.go'],
      ignoredFiles: [],
    })
    expect(packages.get('example.com/tags/dep')).toMatchObject({ module: 'example.com/tags/dep', own: false })
    expect(packages.get('runtime')).toMatchObject({ module: null, own: false })
  })

  it("resolves Go's own copies of other modules, and knows every package that is imported", async () => {
    const { packages } = await graphOf(path.join(PLACES.examples, 'proxy'))
    const copy = 'vendor/golang.org/x/net/http/httpguts'
    expect(packages.get('net/http')?.imports).toContain(copy)
    expect(packages.get(copy)).toMatchObject({ module: null, own: false })
    const imported = [...packages.values()].flatMap(({ imports }) => imports)
    expect(imported.filter(target => !packages.has(target))).toEqual([])
  })

  it.each([
    { directory: 'go-workspace', own: ['example.com/workspace/lib', 'example.com/workspace/service'] },
    { directory: 'go-vendored', own: ['example.com/vendored'] },
    { directory: 'go-replaced/service', own: ['example.com/replaced/service'] },
    { directory: 'go-single', own: ['example.com/single/v2'] },
  ])('finds the own code of $directory', async ({ directory, own }) => {
    const { packages } = await graphOf(directory)
    const found = [...packages.values()].filter(found => found.own).map(({ importPath }) => importPath)
    expect(found.sort()).toEqual(own)
  })

  it('knows what build constraints hold for', async () => {
    const { tags, packages } = await graphOf('go-tags/service', { buildTags: ['grpcnotrace'] }, 'arm64')
    expect([...tags]).toEqual(
      expect.arrayContaining(['linux', 'arm64', 'gc', 'unix', 'go1.1', 'go1.21', 'netgo', 'grpcnotrace']),
    )
    expect(tags).not.toContain('cgo')
    expect(tags).not.toContain('amd64')
    expect(packages.get('example.com/tags/dep')?.files).toContain('notrace.go')
  })

  it('fails in the words of go where a package cannot be had', async () => {
    const workingDirectory = path.join(PLACES.fixtures, 'go-broken')
    const host = testHost({ cwd: workingDirectory })
    const context = {
      spec: compileSpec(),
      platform: { os: 'linux', architecture: 'amd64' },
      workingDirectory,
    }
    const main = {
      path: './cmd/missing',
      importPath: 'example.com/broken/cmd/missing',
      name: 'missing',
      directory: undefined,
    }
    await expect(readImportGraph(host, goOnPath(), context, [main])).rejects.toEqual(
      aFailure('compile', {
        fields: { directory: workingDirectory },
        why: 'example.com/nowhere',
        output: /^(?![^]*ImportPath)/,
      }),
    )
  })
})
