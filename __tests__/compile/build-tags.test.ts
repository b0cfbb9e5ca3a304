import { expect, it } from '@jest/globals'
import path from 'node:path'
import { readBuildTags } from '../../src/compile/build-tags.ts'
import { findMains } from '../../src/compile/find-mains.ts'
import { readImportGraph } from '../../src/compile/import-graph.ts'
import type { FoundTag } from '../../src/diet/build-tags.ts'
import type { PackageGraph } from '../../src/diet/package-graph.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { goOnPath } from '../support/go-programs.ts'
import { testHost } from '../support/host.ts'
import { describeWith } from '../support/tools.ts'

const ROOT = path.join(import.meta.dirname, '..', '..')
const SERVICE = '__tests__/fixtures/go-tags/service'

interface Analysed {
  readonly graph: PackageGraph
  readonly tags: readonly FoundTag[]
}

async function analyse(directory: string, ...buildTags: readonly string[]): Promise<Analysed> {
  const workingDirectory = path.join(ROOT, directory)
  const host = testHost({ cwd: workingDirectory })
  const platform = { os: 'linux', architecture: 'amd64' }
  const context = { spec: compileSpec({ buildTags }), platform, workingDirectory }
  const mains = await findMains(host, goOnPath(), [], context)
  const graph = await readImportGraph(host, goOnPath(), context, mains)
  return { graph, tags: await readBuildTags(host, graph) }
}

/** Import path and name of the Go files that count in these packages. */
function filesOf({ packages }: PackageGraph, paths: readonly string[]): readonly string[] {
  return paths.flatMap(path => (packages.get(path)?.files ?? []).map(name => `${path}/${name}`))
}

describeWith(['go'], 'readBuildTags', () => {
  it('finds what a dependency looks at, and not what can make nothing smaller', async () => {
    expect((await analyse(SERVICE)).tags).toEqual([
      { tag: 'grpcnotrace', packages: ['example.com/tags/dep'], leavesOut: 1, bringsIn: 1 },
      { tag: 'nomsgpack', packages: ['example.com/tags/dep'], leavesOut: 1, bringsIn: 1 },
    ])
  })

  it('does not offer what is set', async () => {
    const { tags } = await analyse(SERVICE, 'nomsgpack')
    expect(tags.map(({ tag }) => tag)).toEqual(['grpcnotrace'])
  })

  it.each([
    { directory: SERVICE, tag: 'grpcnotrace' },
    { directory: 'examples/proxy', tag: 'nethttpomithttp2' },
  ])('foretells what go itself does with $tag in $directory', async ({ directory, tag }) => {
    const before = await analyse(directory)
    const found = before.tags.find(found => found.tag === tag)
    const after = await analyse(directory, tag)
    const [had, has] = [before, after].map(({ graph }) => filesOf(graph, found?.packages ?? []))
    expect(found?.leavesOut).toBeGreaterThan(0)
    expect(had?.filter(file => has?.includes(file) !== true)).toHaveLength(found?.leavesOut ?? -1)
    expect(has?.filter(file => had?.includes(file) !== true)).toHaveLength(found?.bringsIn ?? -1)
  })

  it('goes on without a file that cannot be read', async () => {
    const { graph } = await analyse(SERVICE)
    const packages = new Map(
      [...graph.packages].map(([path, found]) => [path, { ...found, directory: '/nowhere' }]),
    )
    expect(await readBuildTags(testHost(), { ...graph, packages })).toEqual([])
  })
})
