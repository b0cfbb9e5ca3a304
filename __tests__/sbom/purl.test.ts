import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { golangPurl } from '../../src/sbom/purl.ts'

describe('golangPurl', () => {
  it.each([
    ['golang.org/x/net', 'v0.62.0', 'pkg:golang/golang.org/x/net@v0.62.0'],
    ['github.com/BurntSushi/TOML', 'v1.6.0', 'pkg:golang/github.com/burntsushi/toml@v1.6.0'],
    ['github.com/go-git/go-git/v5', 'v5.19.3', 'pkg:golang/github.com/go-git/go-git/v5@v5.19.3'],
    ['gopkg.in/yaml.v3', 'v3.0.1', 'pkg:golang/gopkg.in/yaml.v3@v3.0.1'],
    [
      'github.com/docker/cli',
      'v29.9.2+incompatible',
      'pkg:golang/github.com/docker/cli@v29.9.2%2Bincompatible',
    ],
    ['example.com/svc', 'v1.0.0-RC.1', 'pkg:golang/example.com/svc@v1.0.0-RC.1'],
    ['example.com/svc', null, 'pkg:golang/example.com/svc'],
    ['a~b_c/d', null, 'pkg:golang/a~b_c/d'],
  ])('%s %s', (path, version, purl) => {
    expect(golangPurl(path, version)).toBe(purl)
  })

  it.each(['', './fork', '../fork', '/src/fork', 'a//b', 'a/..', 'a/'])('has none for %p', path => {
    expect(golangPurl(path, 'v1.0.0')).toBeNull()
  })

  it('keeps the separators of a purl out of what it names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 }),
        fc.string({ unit: 'binary' }),
        (segments, version) => {
          const path = segments.map(segment => segment.replaceAll('/', '-')).join('/')
          const purl = golangPurl(path, version)
          if (purl === null) return
          expect(purl).toMatch(/^pkg:golang(?:\/(?:[a-z\d._~-]|%[\dA-F]{2})+)+@(?:[\w.~-]|%[\dA-F]{2})*$/)
          const [name = '', at = ''] = purl.slice('pkg:golang/'.length).split('@')
          expect(name.split('/').map(decodeURIComponent).join('/')).toBe(
            path.toWellFormed().replace(/[A-Z]/g, letter => letter.toLowerCase()),
          )
          expect(decodeURIComponent(at)).toBe(version.toWellFormed())
        },
      ),
    )
  })
})
