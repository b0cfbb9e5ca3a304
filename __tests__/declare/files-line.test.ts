import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseFilesLine } from '../../src/declare/files-line.ts'
import type { Platform } from '../../src/declare/platform.ts'

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }

const read = (line: string) => parseFilesLine(line, '/checkout', AMD64)

describe('parseFilesLine', () => {
  it.each([
    [
      'page.html:/page.html',
      { kind: 'file', file: { source: '/checkout/page.html', destination: '/page.html' } },
    ],
    ['/abs/a:/srv/a', { kind: 'file', file: { source: '/abs/a', destination: '/srv/a' } }],
    ['web/:/srv', { kind: 'file', file: { source: '/checkout/web', destination: '/srv' } }],
    [
      'web/*.html:/srv/:0444:5:6',
      { kind: 'file', file: { source: '/checkout/web', pattern: ['*.html'], mode: 0o444, uid: 5, gid: 6 } },
    ],
    ['/a -> /b', { kind: 'link', link: { path: '/a', target: '/b' } }],
    ['/var/lib/x/', { kind: 'directory', directory: { path: '/var/lib/x', mode: null, owner: null } }],
    ['/var/lib/x/:0750', { kind: 'directory', directory: { path: '/var/lib/x', mode: 0o750, owner: null } }],
    [
      '/var/lib/x/:0750:7:8',
      { kind: 'directory', directory: { path: '/var/lib/x', mode: 0o750, owner: { uid: 7, gid: 8 } } },
    ],
  ])('%s', (line, value) => {
    expect(read(line)).toMatchObject({ ok: true, value })
  })

  it.each([
    [':/var/lib/x/:0750', 'write /var/lib/x/:0750'],
    ['/var/lib/x', 'or /var/lib/x/ for an empty directory'],
    ['/var/lib/x:0750', 'or /var/lib/x/:0750 for an empty directory'],
    ['/', 'whole image'],
    ['/:0755', 'whole image'],
    ['/x/:0750:7', 'without a gid'],
    ['/x/:0750:7:8:9', 'too many parts'],
    ['/x/:0999', '"0999"'],
    ['var/lib/x/', 'no destination'],
    ['web/*.html:/srv', 'write /srv/'],
    ['web/**.html:/srv/', '**/*.html'],
  ])('refuses %s', (line, because) => {
    expect(read(line)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and nothing lands outside of the image', () => {
    const likely = fc
      .array(fc.constantFrom('a', '/', '..', ' -> ', ':', '0755', '*', '**', '{{.Arch}}'))
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), line => {
        const result = read(line)
        if (!result.ok) return
        const { value } = result
        const place =
          value.kind === 'file'
            ? value.file.destination
            : value.kind === 'link'
              ? value.link.path
              : value.directory.path
        expect(place).toMatch(/^\/(?!.*(^|\/)\.\.(\/|$))/s)
      }),
    )
  })
})
