import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseFileSpec } from '../../src/declare/file-spec.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }

describe('parseFileSpec', () => {
  it.each([
    [
      'page.html:/page.html',
      { source: '/checkout/page.html', destination: '/page.html', mode: null, uid: 0, gid: 0 },
    ],
    ['/abs/a : /srv/a', { source: '/abs/a', destination: '/srv/a', mode: null, uid: 0, gid: 0 }],
    ['../a:/srv//a:755', { source: '/a', destination: '/srv/a', mode: 0o755, uid: 0, gid: 0 }],
    ['a:/a:0640:1000:1001', { source: '/checkout/a', destination: '/a', mode: 0o640, uid: 1000, gid: 1001 }],
  ])('reads %s', (line, file) => {
    expect(parseFileSpec(line, '/checkout', AMD64)).toEqual({ ok: true, value: file })
  })

  it.each([
    ['a', 'no destination'],
    [':/a', 'no source'],
    ['a:b', 'write /b'],
    ['a:', 'not absolute'],
    ['x/a:/', "the image's root for its destination; write /a"],
    ['x/a:/srv/', 'write /srv/a'],
    ['a:/x/../../etc', '".."'],
    ['a:/a:rw', '"rw"'],
    ['a:/a:0888', '"0888"'],
    ['a:/a:77777', '"77777"'],
    ['a:/a:0644:1000', 'without a gid; write …:0644:1000:1000'],
    ['a:/a:0644:root:root', 'write 0:0'],
    ['a:/a:0644:0:0:0', 'too many parts'],
    ['a\0:/a', 'NUL'],
  ])('refuses %j', (line, because) => {
    expect(parseFileSpec(line, '/checkout', AMD64)).toEqual({
      ok: false,
      problem: expect.stringContaining(because),
    })
  })

  it('never throws, and never gives a place outside of the image', () => {
    const likely = fc.array(fc.constantFrom('a', ':', '/', '..', '0644', '1')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), line => {
        const file = parseFileSpec(line, '/checkout', AMD64)
        if (file.ok) expect(file.value.destination).toMatch(/^\/(?!.*(^|\/)\.\.(\/|$)).+/)
      }),
    )
  })
})
