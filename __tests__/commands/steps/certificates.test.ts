import { describe, expect, it } from '@jest/globals'
import { X509Certificate } from 'node:crypto'
import { readExecutable } from '../../../src/binary/executable.ts'
import type { Needs } from '../../../src/weigh-in/needs.ts'
import { checkCertificates, readRoots } from '../../../src/commands/steps/certificates.ts'
import type { Entry } from '../../../src/image/entry.ts'
import { entryTree } from '../../../src/image/entry-tree.ts'
import { MOZILLA_ROOTS } from '../../../src/image/mozilla-roots.ts'
import { writeTemporary } from '../../support/layouts.ts'
import { makeElf } from '../../support/make-elf.ts'
import { unreadFile } from '../../support/unread-file.ts'
import { aFailure, type Expected } from '../../support/a-failure.ts'

const [FIRST = '', SECOND = ''] = MOZILLA_ROOTS.text.split(/(?<=-----END CERTIFICATE-----\n)/)
const NEEDS: Needs = { certificates: false, timezones: false, exec: false, users: false, temp: false }

function binary(needs: Needs | null) {
  return { executable: { ...readExecutable(makeElf()), needs } }
}

function count(pem: string | null): number {
  return (pem ?? '').split('BEGIN CERTIFICATE').length - 1
}

describe('readRoots', () => {
  it.each([
    ['can reach no roots', NEEDS, 'none'],
    ['can reach them', { ...NEEDS, certificates: true }, expect.stringMatching(/^Mozilla's roots of \d{4}-/)],
    ['does not tell', null, expect.stringMatching(/^Mozilla's roots of \d{4}-/)],
  ])('chooses by a binary that %s', async (_, needs, from) => {
    const roots = await readRoots({ roots: 'auto', extra: [] }, [binary(needs)])
    expect(roots.from).toEqual(from)
    expect(roots.pem === null).toBe(from === 'none')
  })

  it('appends extra certificates, each once', async () => {
    const file = writeTemporary('own.pem', FIRST)
    const extra = writeTemporary('extra.pem', `${FIRST}${SECOND}`)
    const roots = await readRoots({ roots: { file }, extra: [extra] }, [])
    expect(roots.from).toBe('own.pem and extra.pem')
    expect(count(roots.pem)).toBe(2)
    expect(() => new X509Certificate(roots.pem ?? '')).not.toThrow()
    expect(await readRoots({ roots: 'none', extra: [extra] }, [])).toMatchObject({ from: 'extra.pem' })
  })
})

describe('the certificates of a base', () => {
  const reaching = [binary({ ...NEEDS, certificates: true })]
  const at = (path: string, text = FIRST): Entry => ({
    kind: 'file',
    path,
    mode: 0o644,
    uid: 0,
    gid: 0,
    bytes: Buffer.from(text),
  })
  const link: Entry = {
    kind: 'symlink',
    path: '/etc/ssl/cert.pem',
    target: 'certs/all',
    mode: 0o777,
    uid: 0,
    gid: 0,
  }

  it.each([
    ['where Debian has them', [at('/etc/ssl/certs/ca-certificates.crt')]],
    ['where Fedora has them', [at('/etc/pki/tls/certs/ca-bundle.crt')]],
    ['behind a link', [link, at('/etc/ssl/certs/all')]],
  ])('stay, %s', async (_, entries) => {
    const roots = await readRoots({ roots: 'auto', extra: [] }, reaching, entryTree(entries))
    expect(roots).toEqual({ pem: null, from: 'those of the base' })
  })

  it('are Mozilla’s where it has none, and others where those were asked for', async () => {
    const has = entryTree([at('/etc/ssl/certs/ca-certificates.crt')])
    const bare = await readRoots({ roots: 'auto', extra: [] }, reaching, entryTree([]))
    expect(bare.from).toMatch(/^Mozilla's roots/)
    const asked = await readRoots({ roots: 'mozilla', extra: [] }, [], has)
    expect(asked.from).toMatch(/^Mozilla's roots/)
    expect(await readRoots({ roots: 'none', extra: [] }, reaching, has)).toEqual({ pem: null, from: 'none' })
  })

  it('are not read where there are none to join, or more than anybody has', async () => {
    const has = entryTree([unreadFile('/etc/ssl/certs/ca-certificates.crt', 9_000_000, 0o644)])
    expect(await readRoots({ roots: 'auto', extra: [] }, [], has)).toMatchObject({ pem: null })
    const extra = writeTemporary('extra.pem', SECOND)
    await expect(readRoots({ roots: 'auto', extra: [extra] }, [], has)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^the certificates of the base cannot be used: .* too large/i),
    })
  })

  it('are joined with extra ones', async () => {
    const extra = writeTemporary('extra.pem', SECOND)
    const has = entryTree([at('/etc/ssl/certs/ca-certificates.crt', `# of the base\n${FIRST}`)])
    const roots = await readRoots({ roots: 'auto', extra: [extra] }, [], has)
    expect(roots.from).toBe('those of the base and extra.pem')
    expect(count(roots.pem)).toBe(2)
  })
})

describe('checkCertificates', () => {
  it('lets pass what can be read, and what is not the user’s', async () => {
    const file = writeTemporary('own.pem', FIRST)
    await checkCertificates({ roots: { file }, extra: [file] })
    for (const roots of ['auto', 'mozilla', 'none'] as const)
      expect(await checkCertificates({ roots, extra: [] })).toBeUndefined()
  })

  const none = writeTemporary('none.pem', 'nothing')
  it.each<[string, file: string, expected: (input: string) => Expected]>([
    ['is not there', '/nowhere.pem', input => ({ fields: { input, value: '/nowhere.pem' } })],
    ['is a directory', '/', input => ({ fields: { input, value: '/' }, why: 'it is no file' })],
    ['holds none', none, () => ({ fields: { file: none }, why: /none\.pem holds no PEM certificate$/ })],
  ])('refuses a file that %s', async (_, file, expected) => {
    await expect(checkCertificates({ roots: { file }, extra: [] })).rejects.toEqual(
      aFailure('bad-input', expected('certificates')),
    )
    await expect(checkCertificates({ roots: 'auto', extra: [file] })).rejects.toEqual(
      aFailure('bad-input', expected('extra-certificates')),
    )
  })
})
