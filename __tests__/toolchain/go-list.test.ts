import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Unreachable } from '../../src/host/download.ts'
import { below, listReleases, parseList } from '../../src/toolchain/go-list.ts'
import { downloadServer, serves, type DownloadServer } from '../support/download-server.ts'
import { testHost } from '../support/host.ts'

const sha256 = 'a'.repeat(64)
const linux = { os: 'linux', arch: 'amd64' }
const file = {
  filename: 'go1.26.8.linux-amd64.tar.gz',
  ...linux,
  version: 'go1.26.8',
  sha256,
  size: 1,
  kind: 'archive',
}
const release = (files: readonly object[], version = 'go1.26.8') => ({ version, stable: true, files })
const parse = (...releases: readonly object[]) => parseList(JSON.stringify(releases), linux)

describe('parseList', () => {
  it('gives the archive of the platform, with its hash', () => {
    const others = [
      { ...file, kind: 'source', os: '', arch: '' },
      { ...file, arch: 'arm64' },
      { ...file, kind: 'installer' },
    ]
    expect(parse(release([...others, file]), { ...release([file], 'go1.27rc1'), stable: false })).toEqual([
      { version: '1.26.8', stable: true, filename: file.filename, sha256 },
      { version: '1.27.0-rc.1', stable: false, filename: file.filename, sha256 },
    ])
  })

  it.each([
    { name: 'without a hash', files: [{ ...file, sha256: undefined }] },
    { name: 'with an empty hash', files: [{ ...file, sha256: '' }] },
    { name: 'with a hash that is none', files: [{ ...file, sha256: 'x'.repeat(64) }] },
    { name: 'with a path for a name', files: [{ ...file, filename: '../go.tar.gz' }] },
    { name: 'for another platform only', files: [{ ...file, os: 'darwin' }] },
  ])('leaves out a release $name', ({ files }) => expect(parse(release(files))).toEqual([]))

  it.each([
    '',
    '<html>',
    '{}',
    '[{"version":1}]',
    '[{"version":"go1.2","stable":true,"files":[{}]}]',
    'null',
  ])('takes %j for no list', text => expect(parseList(text, linux)).toBeNull())

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => void parseList(text, linux)))
  })
})

describe('listReleases', () => {
  let server: DownloadServer
  beforeAll(async () => {
    server = await downloadServer({
      '/dl/': serves(JSON.stringify([release([file])])),
      '/page/': serves('<html>captive portal</html>'),
    })
  })
  afterAll(() => server.close())

  it('asks for all releases', async () => {
    const listed = await listReleases(testHost(), `${server.url}/dl`, linux)
    expect(listed).toEqual([{ version: '1.26.8', stable: true, filename: file.filename, sha256 }])
    expect(server.requests).toEqual(['/dl/?mode=json&include=all'])
  })

  it('takes a page that is no list for a place that cannot be reached', async () => {
    const failure: unknown = await listReleases(testHost(), `${server.url}/page`, linux).catch(error => error)
    expect(failure).toBeInstanceOf(Unreachable)
    expect(String(failure)).toContain(`${server.url}/page did not answer ?mode=json&include=all with a list`)
  })
})

describe('below', () => {
  it.each([
    { base: 'https://m.example/go', gives: 'https://m.example/go/x.tar.gz' },
    { base: 'https://m.example/go/', gives: 'https://m.example/go/x.tar.gz' },
    { base: 'https://m.example', gives: 'https://m.example/x.tar.gz' },
    { base: 'https://m.example/go?key=1', gives: 'https://m.example/go/x.tar.gz?key=1' },
  ])('$base', ({ base, gives }) => expect(below(base, 'x.tar.gz')).toBe(gives))
})
