import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { proxyFor, showProxy } from '../../src/host/proxy.ts'

const HTTPS_PROXY = 'http://proxy.example:3128'

function through(url: string, env: Readonly<Record<string, string>>): string | null {
  const proxy = proxyFor(new URL(url), env)
  if (!proxy.ok) throw new Error(proxy.problem)
  return proxy.value === null ? null : proxy.value.url.host
}

describe('proxyFor', () => {
  it.each<{ name: string; env: Record<string, string>; http: string | null; https: string | null }>([
    { name: 'nothing', env: {}, http: null, https: null },
    { name: 'HTTPS_PROXY for https alone', env: { HTTPS_PROXY: 'http://a:1' }, http: null, https: 'a:1' },
    { name: 'HTTP_PROXY for http alone', env: { HTTP_PROXY: 'http://a:1' }, http: 'a:1', https: null },
    {
      name: 'the lower case first',
      env: {
        http_proxy: 'http://a:1',
        HTTP_PROXY: 'http://b:1',
        https_proxy: 'http://c:1',
        HTTPS_PROXY: 'http://d:1',
      },
      http: 'a:1',
      https: 'c:1',
    },
    {
      name: 'an empty one as unset',
      env: { https_proxy: ' ', HTTPS_PROXY: 'http://d:1' },
      http: null,
      https: 'd:1',
    },
    { name: 'one without a scheme', env: { HTTPS_PROXY: 'proxy:3128' }, http: null, https: 'proxy:3128' },
    {
      name: 'one that speaks TLS',
      env: { HTTPS_PROXY: 'https://proxy:8443' },
      http: null,
      https: 'proxy:8443',
    },
    {
      name: 'no ALL_PROXY, as Go',
      env: { ALL_PROXY: 'http://a:1', all_proxy: 'http://a:1' },
      http: null,
      https: null,
    },
  ])('knows $name', ({ env, http, https }) => {
    expect(through('http://host.example/', env)).toBe(http)
    expect(through('https://host.example/', env)).toBe(https)
  })

  it.each([
    'http://localhost:5000/',
    'http://registry.localhost:5000/',
    'http://127.0.0.1:5000/',
    'http://127.8.8.8/',
    'http://2130706433/',
    'http://[::1]:5000/',
    'http://[::ffff:127.0.0.1]/',
    'https://localhost./',
  ])('goes to %s directly, whatever NO_PROXY says', url => {
    for (const NO_PROXY of ['', 'elsewhere.example'])
      expect(through(url, { HTTP_PROXY: HTTPS_PROXY, HTTPS_PROXY, NO_PROXY })).toBeNull()
  })

  it.each([
    ['*', 'https://host.example/'],
    ['host.example', 'https://host.example/'],
    ['host.example', 'https://a.b.host.example:8443/'],
    ['.host.example', 'https://a.host.example/'],
    ['.host.example', 'https://host.example/'],
    ['*.host.example', 'https://a.host.example/'],
    ['HOST.example', 'https://host.EXAMPLE/'],
    ['host.example.', 'https://host.example/'],
    ['host.example', 'https://host.example./'],
    ['host.example:8443', 'https://host.example:8443/'],
    ['host.example:443', 'https://host.example/'],
    ['other.example, host.example', 'https://host.example/'],
    ['other.example host.example', 'https://host.example/'],
    [',, host.example ,', 'https://host.example/'],
    ['other.example,*', 'https://host.example/'],
    ['10.1.2.3', 'https://10.1.2.3:5000/'],
    ['10.1.2.3:5000', 'https://10.1.2.3:5000/'],
    ['10.0.0.0/8', 'https://10.1.2.3/'],
    ['2001:db8::1', 'https://[2001:db8::1]/'],
    ['[2001:db8::1]', 'https://[2001:0db8::1]:8443/'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]:8443/'],
    ['2001:db8::/32', 'https://[2001:db8::7]/'],
  ])('with NO_PROXY %j goes directly to %s', (NO_PROXY, url) => {
    expect(through(url, { HTTPS_PROXY, NO_PROXY })).toBeNull()
    expect(through(url, { HTTPS_PROXY, no_proxy: NO_PROXY })).toBeNull()
    expect(through(url, { HTTPS_PROXY, no_proxy: NO_PROXY, NO_PROXY: 'elsewhere.example' })).toBeNull()
  })

  it.each([
    ['', 'https://host.example/'],
    ['host.example', 'https://nothost.example/'],
    ['host.example', 'https://host.example.org/'],
    ['*.host.example', 'https://nothost.example/'],
    ['host.example:8443', 'https://host.example/'],
    ['host.example:443', 'https://host.example:8443/'],
    ['10.1.2.3', 'https://10.1.2.30/'],
    ['10.0.0.0/8', 'https://11.0.0.1/'],
    ['10.0.0.0/8', 'https://10.example/'],
    ['10.0.0.0/99', 'https://10.0.0.1/'],
    ['[2001:db8::1]:8443', 'https://[2001:db8::1]/'],
    ['2001:db8::/32', 'https://[2001:db9::7]/'],
    ['.', 'https://host.example/'],
  ])('with NO_PROXY %j goes through the proxy to %s', (NO_PROXY, url) => {
    expect(through(url, { HTTPS_PROXY, NO_PROXY })).toBe('proxy.example:3128')
  })

  it.each([
    { value: 'socks5://proxy:1080', says: 'HTTPS_PROXY names a socks5 proxy, which Bantam cannot use' },
    { value: 'socks5h://u:secret@proxy:1080', says: 'HTTPS_PROXY names a socks5h proxy' },
    { value: 'http://', says: 'HTTPS_PROXY is not the URL of a proxy' },
    { value: 'a b', says: 'HTTPS_PROXY is not the URL of a proxy' },
  ])('cannot use $value', ({ value, says }) => {
    const url = new URL('https://host.example/')
    const proxy = proxyFor(url, { HTTPS_PROXY: value })
    expect(proxy).toMatchObject({ ok: false, problem: expect.stringContaining(says) })
    expect(JSON.stringify(proxy)).not.toContain('secret')
    expect(proxyFor(url, { HTTPS_PROXY: value, NO_PROXY: '*' })).toMatchObject({ ok: true, value: null })
  })

  it('takes any text for NO_PROXY', () => {
    fc.assert(
      fc.property(fc.string(), NO_PROXY => {
        expect(proxyFor(new URL('https://host.example/'), { HTTPS_PROXY, NO_PROXY }).ok).toBe(true)
      }),
    )
  })

  it('is shown without its password', () => {
    const url = new URL('http://user:secret@proxy:3128')
    expect(showProxy({ variable: 'HTTPS_PROXY', url })).toBe('the proxy http://proxy:3128 (HTTPS_PROXY)')
  })
})
