import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Platform } from '../../src/declare/platform.ts'
import { parseFileSpec } from '../../src/declare/file-spec.ts'

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }
const ARM_V6: Platform = { os: 'linux', architecture: 'arm', variant: 'v6' }

describe('parseFileSpec', () => {
  it.each([
    [
      'page.html:/page.html',
      { source: '/checkout/page.html', destination: '/page.html', mode: null, uid: 0, gid: 0 },
    ],
    ['/abs/a : /srv/a', { source: '/abs/a', destination: '/srv/a', mode: null, uid: 0, gid: 0 }],
    ['../a:/srv//a:755', { source: '/a', destination: '/srv/a', mode: 0o755, uid: 0, gid: 0 }],
    ['a:/a:0640:1000:1001', { source: '/checkout/a', destination: '/a', mode: 0o640, uid: 1000, gid: 1001 }],
    ['x/a:/', { source: '/checkout/x/a', destination: '/', mode: null, uid: 0, gid: 0 }],
    ['x/a:/srv//x/', { source: '/checkout/x/a', destination: '/srv/x/', mode: null, uid: 0, gid: 0 }],
    [
      'x/*/*.html:/srv/',
      {
        source: '/checkout/x',
        pattern: ['*', '*.html'],
        destination: '/srv/',
        mode: null,
        uid: 0,
        gid: 0,
      },
    ],
  ])('reads %s', (line, file) => {
    expect(parseFileSpec(line, '/checkout', AMD64)).toEqual({ ok: true, value: file })
  })

  it.each([
    ['a', 'no destination'],
    [':/a', 'no source'],
    ['a:b', 'write /b'],
    ['a:', 'not absolute'],
    ['x/*:/srv', 'write /srv/'],
    ['x/*/:/srv/', 'write x/*'],
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

  it.each<[string, Platform, string]>([
    ['bin-{{.Arch}}/tool:/tool', ARM64, '/checkout/bin-arm64/tool'],
    ['{{.Os}}/{{.Arch}}/{{.Variant}}/tool:/tool', ARM_V6, '/checkout/linux/arm/v6/tool'],
    ['{{ .Arch }}:/tool', AMD64, '/checkout/amd64'],
  ])('%s is the file of the platform', (line, platform, source) => {
    expect(parseFileSpec(line, '/checkout', platform)).toMatchObject({ ok: true, value: { source } })
  })

  it.each<[string, string]>([
    ['bin-{{.Variant}}:/tool', 'linux/arm64 has no variant; write {{.Arch}}'],
    ['bin-{{.Arhc}}:/tool', '{{.Arhc}}'],
  ])('%s names no file', (line, because) => {
    const read = parseFileSpec(line, '/checkout', ARM64)
    expect(read).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and never gives a place outside of the image', () => {
    const likely = fc.array(fc.constantFrom('a', ':', '/', '..', '0644', '1')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), line => {
        const file = parseFileSpec(line, '/checkout', AMD64)
        if (file.ok) expect(file.value.destination).toMatch(/^\/(?!.*(^|\/)\.\.(\/|$)).*/)
      }),
    )
  })
})
