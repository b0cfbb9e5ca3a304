import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BuildInfo } from '../../src/binary/build-info.ts'
import { type Module, parseModuleInfo } from '../../src/binary/module-info.ts'
import { makeLayer } from '../../src/image/layer.ts'
import { type Described, spdxDocument } from '../../src/sbom/document.ts'
import { standardLibrary } from '../../src/sbom/component.ts'
import { sbomEntries } from '../../src/sbom/embedded.ts'

const FIXTURES = path.join(import.meta.dirname, '..', 'fixtures', 'sbom')

/** What Go wrote into a real service, with a module of another path in the place of one, and a directory for another. */
const BUILD_INFO: BuildInfo = {
  goVersion: 'go1.26.8',
  ...parseModuleInfo(
    [
      'path\texample.com/svc/cmd/api',
      'mod\texample.com/svc\tv1.4.0\t',
      'dep\tgithub.com/BurntSushi/toml\tv1.6.0\th1:dRaEfpa2VI55EwlIW72hMRHdWouJeRF7TPYhI+AUQjk=',
      'dep\tgithub.com/docker/cli\tv29.9.2+incompatible\th1:x=',
      'dep\tgolang.org/x/net\tv0.61.0\t',
      '=>\texample.com/fork/net\tv0.61.1\th1:y=',
      'dep\tgolang.org/x/text\tv0.43.0\t',
      '=>\t./third_party/text\t(devel)\t',
      'build\t-buildmode=exe',
    ].join('\n'),
  ),
}

const IMAGE: Described = {
  name: 'api',
  platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
  created: 1_700_000_000,
  revision: 'f3a1c9d5b1a3f0c2d4e6f8a0b2c4d6e8f0a1b3c5',
  binaries: [{ path: '/usr/bin/api', bytes: Buffer.from('a packed binary'), buildInfo: BUILD_INFO }],
}

interface Spdx {
  readonly documentNamespace: string
  readonly creationInfo: { readonly created: string }
  readonly packages: readonly {
    readonly name: string
    readonly SPDXID: string
    readonly versionInfo?: string
    readonly comment?: string
    readonly externalRefs?: readonly { readonly referenceType: string; readonly referenceLocator: string }[]
  }[]
  readonly files: readonly {
    readonly fileName: string
    readonly SPDXID: string
    readonly checksums: readonly { readonly algorithm: string; readonly checksumValue: string }[]
  }[]
  readonly relationships: readonly {
    readonly spdxElementId: string
    readonly relationshipType: string
    readonly relatedSpdxElement: string
  }[]
}

function read(described: Described): Spdx {
  return JSON.parse(Buffer.from(spdxDocument(described).bytes).toString()) as Spdx
}

/** `from TYPE to`, with names in the place of ids. */
function relationsOf({ packages, files, relationships }: Spdx): readonly string[] {
  const names = new Map<string, string>([
    ...packages.map(({ SPDXID, name }) => [SPDXID, name] as const),
    ...files.map(({ SPDXID, fileName }) => [SPDXID, fileName] as const),
    ['SPDXRef-DOCUMENT', 'document'],
    ['SPDXRef-Image', 'image'],
  ])
  const nameOf = (id: string) => names.get(id) ?? `nothing: ${id}`
  return relationships.map(
    ({ spdxElementId, relationshipType, relatedSpdxElement }) =>
      `${nameOf(spdxElementId)} ${relationshipType} ${nameOf(relatedSpdxElement)}`,
  )
}

const anyText = fc.oneof(
  fc.constantFrom(
    'golang.org/x/net',
    'v1.0.0',
    '(devel)',
    './fork',
    '"',
    '\\',
    '<script>',
    'a\tb',
    '\u202e',
    '',
  ),
  fc.string({ unit: 'binary' }),
)
const anyModule: fc.Arbitrary<Module> = fc.record({
  path: anyText,
  version: anyText,
  sum: fc.constant(null),
  replacedBy: fc.option(fc.record({ path: anyText, version: anyText })),
})
const anyBuildInfo: fc.Arbitrary<BuildInfo> = fc.record({
  goVersion: anyText,
  path: fc.constant(null),
  main: fc.option(anyModule),
  dependencies: fc.uniqueArray(anyModule, { selector: ({ path, version }) => `${path}\n${version}` }),
  settings: fc.constant({}),
})
const anyImage: fc.Arbitrary<Described> = fc
  .array(fc.option(anyBuildInfo), { minLength: 1, maxLength: 3 })
  .map(infos => ({
    ...IMAGE,
    binaries: infos.map((buildInfo, at) => ({ path: `/p${at}`, bytes: Buffer.from([at]), buildInfo })),
  }))

describe('spdxDocument', () => {
  it('is what it was, byte for byte', () => {
    const golden = path.join(FIXTURES, 'api.spdx.json')
    const document = spdxDocument(IMAGE)
    const text = Buffer.from(document.bytes).toString()
    expect(text).toBe(readFileSync(golden, 'utf8'))
    expect(document.mediaType).toBe('application/spdx+json')
  })

  it('relates the image, its binary and its modules', () => {
    expect(relationsOf(read(IMAGE))).toEqual([
      'document DESCRIBES image',
      'image CONTAINS example.com/svc',
      './usr/bin/api GENERATED_FROM example.com/svc',
      'example.com/svc DEPENDS_ON example.com/fork/net',
      'example.com/svc DEPENDS_ON github.com/BurntSushi/toml',
      'example.com/svc DEPENDS_ON github.com/docker/cli',
      'example.com/svc DEPENDS_ON golang.org/x/text',
      'example.com/svc DEPENDS_ON stdlib',
    ])
  })

  it('has what several binaries were built from once', () => {
    const other = {
      ...BUILD_INFO,
      main: { path: 'example.com/tool', version: '', sum: null, replacedBy: null },
    }
    const binaries = [
      ...IMAGE.binaries,
      { path: '/admin', bytes: Buffer.from('2'), buildInfo: { ...BUILD_INFO, dependencies: [] } },
      { path: '/tool', bytes: Buffer.from('3'), buildInfo: { ...other, dependencies: [BUILD_INFO.main!] } },
      { path: '/helper', bytes: Buffer.from('4'), buildInfo: null },
    ]
    const document = read({ ...IMAGE, binaries })
    expect(document.packages.map(({ name }) => name)).toEqual([
      'api',
      'example.com/fork/net',
      'example.com/svc',
      'example.com/tool',
      'github.com/BurntSushi/toml',
      'github.com/docker/cli',
      'golang.org/x/text',
      'stdlib',
    ])
    expect(relationsOf(document)).toEqual(
      expect.arrayContaining([
        'image CONTAINS example.com/svc',
        'image CONTAINS example.com/tool',
        './admin GENERATED_FROM example.com/svc',
        './tool GENERATED_FROM example.com/tool',
        'document DESCRIBES ./helper',
        'example.com/tool DEPENDS_ON example.com/svc',
      ]),
    )
  })

  it('has the time and the commit of the image, and the digests of what ships', () => {
    const { creationInfo, packages, files } = read(IMAGE)
    expect(creationInfo).toMatchObject({ created: '2023-11-14T22:13:20Z' })
    expect(packages[0]).toMatchObject({ name: 'api', versionInfo: IMAGE.revision })
    const sum = (algorithm: string) => createHash(algorithm).update('a packed binary').digest('hex')
    expect(files).toEqual([
      expect.objectContaining({
        fileName: './usr/bin/api',
        checksums: [
          { algorithm: 'SHA1', checksumValue: sum('sha1') },
          { algorithm: 'SHA256', checksumValue: sum('sha256') },
        ],
      }),
    ])
    const unknown = read({ ...IMAGE, created: null, revision: null })
    expect(unknown.creationInfo).toMatchObject({ created: '1970-01-01T00:00:00Z' })
    expect(unknown.packages[0]).not.toHaveProperty('versionInfo')
  })

  it('has a namespace that follows from everything else', () => {
    const namespaces = [IMAGE, { ...IMAGE, created: 1 }, { ...IMAGE, name: 'other' }, IMAGE].map(
      described => read(described).documentNamespace,
    )
    expect(namespaces[0]).toMatch(/^https:\/\/spdx\.org\/spdxdocs\/bantam-[\da-f]{64}$/)
    expect(new Set(namespaces).size).toBe(3)
  })

  it('has every module of the build info exactly once, under a valid id of its own', () => {
    fc.assert(
      fc.property(anyImage, described => {
        const { packages, files, relationships } = read(described)
        const ids = [...packages, ...files].map(({ SPDXID }) => SPDXID)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(id).toMatch(/^SPDXRef-[a-zA-Z\d.-]+$/)
        const known = new Set([...ids, 'SPDXRef-DOCUMENT'])
        for (const { spdxElementId, relatedSpdxElement } of relationships)
          expect([spdxElementId, relatedSpdxElement].filter(id => !known.has(id))).toEqual([])
        // Everything that was found is reached from the document.
        const reached = new Set(['SPDXRef-DOCUMENT', ...files.map(({ SPDXID }) => SPDXID)])
        for (const { spdxElementId, relatedSpdxElement } of relationships)
          if (reached.has(spdxElementId)) reached.add(relatedSpdxElement)
        expect(ids.filter(id => !reached.has(id))).toEqual([])
        const shown = packages.slice(1).map(({ name, versionInfo, comment }) => [name, versionInfo, comment])
        expect(new Set(shown.map(one => JSON.stringify(one))).size).toBe(shown.length)
        for (const { buildInfo } of described.binaries) {
          const wanted = buildInfo === null ? [] : [buildInfo.main, ...buildInfo.dependencies]
          for (const module of wanted) {
            if (module === null) continue
            const { path: given, version, replacedBy } = module
            const directory = replacedBy !== null && ['', '(devel)'].includes(replacedBy.version)
            const { path: name } = replacedBy === null || directory ? module : replacedBy
            const comment =
              replacedBy === null
                ? undefined
                : directory
                  ? `replaced by the directory ${replacedBy.path}`
                  : `replaces ${given} ${version}`.trimEnd()
            const found = shown.filter(
              one => one[0] === (name === '' ? 'unnamed' : name) && one[2] === comment,
            )
            expect(found.length).toBeGreaterThan(0)
          }
          if (buildInfo !== null)
            expect(shown).toContainEqual([
              'stdlib',
              standardLibrary(buildInfo).version ?? undefined,
              undefined,
            ])
        }
      }),
    )
  })

  it('says the same in any order, and without binaries that Go built', () => {
    const reversed = { ...BUILD_INFO, dependencies: BUILD_INFO.dependencies.toReversed() }
    const binaries = IMAGE.binaries.map(binary => ({ ...binary, buildInfo: reversed }))
    expect(spdxDocument({ ...IMAGE, binaries })).toEqual(spdxDocument(IMAGE))
    const c = read({ ...IMAGE, binaries: [{ ...IMAGE.binaries[0]!, buildInfo: null }] })
    expect(relationsOf(c)).toEqual(['document DESCRIBES image', 'document DESCRIBES ./usr/bin/api'])
  })

  it('takes at most 3 kB compressed for 50 modules', async () => {
    // As many as real services have, and no path that resembles another more than theirs do.
    const paths = readFileSync(path.join(FIXTURES, 'fifty-modules.txt'), 'utf8').trim()
    const dependencies = paths.split('\n').map(line => {
      const [name = '', version = ''] = line.split(' ')
      return { path: name, version, sum: null, replacedBy: null }
    })
    expect(dependencies).toHaveLength(50)
    const binaries = IMAGE.binaries.map(binary => ({ ...binary, buildInfo: { ...BUILD_INFO, dependencies } }))
    const document = spdxDocument({ ...IMAGE, binaries })
    const { bytes } = await makeLayer(
      'sbom',
      sbomEntries(document, [], { user: { uid: 65532, gid: 65532 }, accounts: [] }),
      {
        kind: 'gzip',
        level: 9,
      },
    )
    expect(bytes.length).toBeLessThanOrEqual(3000)
  })
})
