import { describe, expect, it } from '@jest/globals'
import { registryUrl, resolveLocation, resolveRealm } from '../../src/registry/address.ts'

describe('registryUrl', () => {
  it.each([
    ['ghcr.io', 'https://ghcr.io/v2/'],
    ['registry.example:5000', 'https://registry.example:5000/v2/'],
    ['10.0.0.5:5000', 'https://10.0.0.5:5000/v2/'],
    ['localhost:5000', 'http://localhost:5000/v2/'],
    ['registry.localhost', 'http://registry.localhost/v2/'],
    ['127.0.0.1:5000', 'http://127.0.0.1:5000/v2/'],
    ['127.9.9.9', 'http://127.9.9.9/v2/'],
    ['[::1]:5000', 'http://[::1]:5000/v2/'],
    ['[::ffff:127.0.0.1]:5000', 'http://[::ffff:7f00:1]:5000/v2/'],
    ['127.1:5000', 'http://127.0.0.1:5000/v2/'],
    ['2130706433:5000', 'http://127.0.0.1:5000/v2/'],
    ['localhost.example', 'https://localhost.example/v2/'],
    ['127.0.0.1.example', 'https://127.0.0.1.example/v2/'],
    ['128.0.0.1:5000', 'https://128.0.0.1:5000/v2/'],
    ['0.0.0.0:5000', 'https://0.0.0.0:5000/v2/'],
    ['[::2]:5000', 'https://[::2]:5000/v2/'],
  ])('of %s is %s', (registry, url) => {
    expect(registryUrl(registry).href).toBe(url)
  })
})

const from = (registry: URL) => new URL('o/x/blobs/uploads/', registry)

describe('resolveLocation', () => {
  const remote = new URL('https://registry.example:8443/v2/')

  it.each([
    ['a path', '/v2/o/x/1?a=b', 'https://registry.example:8443/v2/o/x/1?a=b'],
    ['a relative path', '1', 'https://registry.example:8443/v2/o/x/blobs/uploads/1'],
    ['another host', 'https://storage.example/bucket?sig=1', 'https://storage.example/bucket?sig=1'],
    [
      'HTTP on the same host, as behind a proxy',
      'http://registry.example/1',
      'https://registry.example:8443/1',
    ],
    ['a user and a fragment', 'https://u:p@registry.example:8443/1#x', 'https://registry.example:8443/1'],
    ['a public address', 'https://8.8.8.8/1', 'https://8.8.8.8/1'],
  ])('follows %s', (_name, location, target) => {
    const resolved = resolveLocation(location, from(remote), remote)
    expect(resolved.ok && resolved.value.href).toBe(target)
  })

  it.each([
    'https://169.254.169.254/latest',
    'https://[::ffff:169.254.169.254]/latest',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://0xa9fea9fe/',
    'https://10.0.0.1/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.100.100.200/',
    'https://0.0.0.0/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://a.localhost/',
    'http://storage.example/',
    'ftp://registry.example/',
    'data:,x',
    'https://',
  ])('does not follow %s', location => {
    expect(resolveLocation(location, from(remote), remote)).toMatchObject({ ok: false })
  })

  it('stays among its own for a registry of this machine', () => {
    const local = new URL('http://127.0.0.1:5000/v2/')
    const ok = (location: string) => resolveLocation(location, local, local).ok
    expect(ok('http://localhost:9000/1')).toBe(true)
    expect(ok('http://127.0.0.1:5001/1')).toBe(true)
    expect(ok('http://169.254.169.254/')).toBe(false)
    expect(ok('http://192.168.1.1/')).toBe(false)
  })

  it.each([
    'http://storage.example/1',
    'http://localhost.example/1',
    'http://127.0.0.1.example/1',
    'http://user:password@storage.example/1',
    'http://127.0.0.1@storage.example/1',
    'http://8.8.8.8/1',
    'http://134744072/1',
    'http://0x08080808/1',
    'http://[2001:db8::1]/1',
    'http://[::ffff:8.8.8.8]/1',
    '//storage.example/1',
  ])('does not follow a registry of this machine to %s', location => {
    const local = new URL('http://127.0.0.1:5000/v2/')
    expect(resolveLocation(location, local, local)).toMatchObject({ ok: false })
  })

  it.each([
    'http://127.1/1',
    'http://2130706433/1',
    'http://0x7f.1/1',
    'http://0177.0.0.1/1',
    'http://localhost./1',
  ])('knows %s for this machine', location => {
    const local = new URL('http://127.0.0.1:5000/v2/')
    expect(resolveLocation(location, local, local)).toMatchObject({ ok: true })
  })

  it('does not let another server lead back to this machine', () => {
    const local = new URL('http://127.0.0.1:5000/v2/')
    const storage = new URL('https://storage.example/1')
    for (const location of ['http://127.0.0.1:5000/v2/', 'https://127.0.0.1:9000/', 'http://localhost:9000/'])
      expect(resolveLocation(location, storage, local)).toMatchObject({ ok: false })
  })

  it('follows an internal registry to itself', () => {
    const internal = new URL('https://10.0.0.5:5000/v2/')
    expect(resolveLocation('https://10.0.0.5:5000/1', from(internal), internal).ok).toBe(true)
    expect(resolveLocation('https://10.0.0.6:5000/1', from(internal), internal).ok).toBe(false)
  })
})

describe('resolveRealm', () => {
  const registry = new URL('https://registry-1.docker.io/v2/')
  it('takes HTTPS elsewhere, and nothing else', () => {
    expect(resolveRealm('https://auth.docker.io/token', registry)).toMatchObject({ ok: true })
    for (const realm of [undefined, '', 'x', 'http://auth.docker.io/token', 'https://169.254.169.254/token'])
      expect(resolveRealm(realm, registry)).toMatchObject({ ok: false })
  })

  it('takes plain HTTP from a registry of this machine for this machine alone', () => {
    const local = new URL('http://localhost:5000/v2/')
    expect(resolveRealm('http://127.0.0.1:5001/token', local)).toMatchObject({ ok: true })
    expect(resolveRealm('https://auth.example/token', local)).toMatchObject({ ok: true })
    for (const realm of [
      'http://auth.example/token',
      'http://localhost.example/token',
      'http://10.0.0.1/token',
    ])
      expect(resolveRealm(realm, local)).toMatchObject({ ok: false })
  })
})
