import { describe, expect, it } from '@jest/globals'
import type { Entry, SymlinkEntry } from '../../src/image/entry.ts'
import { entryTree } from '../../src/image/entry-tree.ts'
import { brokenLink } from '../../src/image/link-check.ts'

const link = (path: string, target: string): SymlinkEntry => ({
  kind: 'symlink',
  path,
  target,
  mode: 0o777,
  uid: 0,
  gid: 0,
})

const FILES: readonly Entry[] = [
  { kind: 'file', path: '/mailpit', mode: 0o755, uid: 0, gid: 0, bytes: new Uint8Array() },
  { kind: 'directory', path: '/var/lib/x', mode: 0o700, uid: 5, gid: 5 },
]

function check(...links: readonly SymlinkEntry[]): string | null {
  const found = brokenLink(entryTree([...FILES, ...links]), links, ['/data'])
  return found === null ? null : `${found.link.path} ${found.because}`
}

describe('brokenLink', () => {
  it.each([
    ['a file', '/usr/sbin/sendmail', '/mailpit'],
    ['a relative path', '/usr/sbin/sendmail', '../../mailpit'],
    ['a path above the root', '/a', '../../../mailpit'],
    ['a directory that only its user may enter', '/lib', '/var/lib/x'],
    ['the runtime’s', '/log', '/dev/stdout'],
    ['a file that the runtime writes', '/hosts', '/etc/hosts'],
    ['certificates, which are not read yet', '/etc/ssl/cert.pem', 'certs/ca-certificates.crt'],
    ['a zone', '/etc/localtime', '/usr/share/zoneinfo/Europe/Berlin'],
    ['a file that will be mounted', '/etc/app.yaml', '/data/app.yaml'],
  ])('lets a link to %s pass', (_, path, target) => {
    expect(check(link(path, target))).toBeNull()
  })

  it('follows links', () => {
    expect(check(link('/a', '/b'), link('/b', '/mailpit'))).toBeNull()
  })

  it.each([
    ['/a', '/mailpti', '/a leads nowhere, since /mailpti is not in the image'],
    ['/a', '/mailpit/x', '/a leads nowhere, since /mailpit is not a directory'],
    ['/a', '/device', '/a leads nowhere, since /device is not in the image'],
    ['/a', '/dataset/x', '/a leads nowhere, since /dataset is not in the image'],
    ['/a', '/a', '/a leads in a circle'],
  ])('refuses %s -> %s', (path, target, because) => {
    expect(check(link(path, target))).toBe(because)
  })

  it('names the first in byte order', () => {
    expect(check(link('/b', '/y'), link('/a', '/x'))).toMatch(/^\/a /)
  })
})
