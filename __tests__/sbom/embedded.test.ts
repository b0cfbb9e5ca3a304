import { describe, expect, it } from '@jest/globals'
import type { Entry } from '../../src/image/entry.ts'
import { entryTree } from '../../src/image/entry-tree.ts'
import { makeLayer } from '../../src/image/layer.ts'
import { readLayer } from '../../src/image/read-layer.ts'
import { checkSbomPlace, SBOM_PATH, sbomEntries } from '../../src/sbom/embedded.ts'

const USERS = { user: { uid: 65532, gid: 65532 }, accounts: [] }
const DOCUMENT = { bytes: Buffer.from('{"spdxVersion":"SPDX-2.3"}') }

const file = (path: string): Entry => ({
  kind: 'file',
  path,
  mode: 0o644,
  uid: 0,
  gid: 0,
  bytes: Buffer.from('x'),
})
const directory = (path: string, uid: number, mode = 0o755): Entry => ({
  kind: 'directory',
  path,
  mode,
  uid,
  gid: uid,
})

describe('checkSbomPlace', () => {
  it.each([
    file('/svc'),
    file('/var/lib/db/sbom/other.spdx.json'),
    file('/var/lib/db/sbom.json'),
    directory('/var/lib', 7),
    directory('/var/lib/db/sbom', 7),
  ])('has room beside $path', entry => {
    expect(checkSbomPlace([entry])).toEqual({ ok: true, value: null })
  })

  it.each<Entry>([
    file('/var'),
    file('/var/lib/db/sbom'),
    file(SBOM_PATH),
    directory(SBOM_PATH, 0),
    file(`${SBOM_PATH}/below`),
    { kind: 'symlink', path: '/var/lib', target: '/data', mode: 0o777, uid: 0, gid: 0 },
  ])('names $path as what is in the way', entry => {
    expect(checkSbomPlace([file('/svc'), entry])).toEqual({
      ok: false,
      problem: expect.stringContaining(`"${entry.path}" is in the way`),
    })
  })
})

describe('sbomEntries', () => {
  it('makes a layer with the document where scanners look', async () => {
    const layer = await makeLayer('sbom', sbomEntries(DOCUMENT, [], USERS), { kind: 'gzip', level: 9 })
    expect(layer.files).toEqual([{ path: SBOM_PATH, bytes: DOCUMENT.bytes.length }])
    const found = await readLayer(layer)
    expect(found.map(({ path }) => path)).toEqual([
      '/var',
      '/var/lib',
      '/var/lib/db',
      '/var/lib/db/sbom',
      SBOM_PATH,
    ])
    expect(found.at(-1)).toMatchObject({ kind: 'file', mode: 0o644, uid: 0, gid: 0, bytes: DOCUMENT.bytes })
  })

  it.each(['/var', '/var/lib', '/var/lib/db'])('leaves %s to the account whose home it is', home => {
    const users = { ...USERS, accounts: [{ name: 'db', uid: 7, gid: 8, home }] }
    const made = [{ kind: 'directory', path: home, mode: 0o755, uid: 7, gid: 8 }]
    expect(sbomEntries(DOCUMENT, [], users).slice(0, -1)).toEqual(made)
    const base = entryTree([directory(home, 0)])
    expect(sbomEntries(DOCUMENT, [], users, base).slice(0, -1)).toEqual([])
  })

  it('leaves the directories of earlier layers as they are', () => {
    const others = [directory('/var/lib', 65532, 0o700), directory('/data', 7), file('/var/lib/db/x')]
    expect(sbomEntries(DOCUMENT, others, USERS).map(({ path, uid, mode }) => [path, uid, mode])).toEqual([
      ['/var/lib', 65532, 0o700],
      [SBOM_PATH, 0, 0o644],
    ])
  })
})
