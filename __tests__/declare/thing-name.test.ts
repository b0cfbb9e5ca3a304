import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatReference } from '../../src/declare/reference.ts'
import { readThingName } from '../../src/declare/thing-name.ts'

const shown = (text: string) => {
  const named = readThingName(text)
  return named.kind === 'image' ? formatReference(named.reference) : named.kind
}

describe('what a text names', () => {
  it.each([
    ['./x', 'path'],
    ['../x', 'path'],
    ['/x', 'path'],
    ['.', 'path'],
    ['.bantam/hello', 'path'],
    ['.bantam/hello:v1', 'path'],
    ['./ghcr.io/acme/hello:main', 'path'],
    ['ghcr.io/acme/hello:main', 'ghcr.io/acme/hello:main'],
    ['ghcr.io/acme/hello', 'ghcr.io/acme/hello:latest'],
    ['GHCR.IO/Acme/Hello:Main', 'ghcr.io/acme/hello:Main'],
    ['localhost/hello', 'localhost/hello:latest'],
    ['127.0.0.1:5000/hello', '127.0.0.1:5000/hello:latest'],
    ['acme/hello:v1', 'docker.io/acme/hello:v1'],
    ['hello:v1', 'docker.io/library/hello:v1'],
    ['hello.tar:v1', 'docker.io/library/hello.tar:v1'],
    [`hello@sha256:${'a'.repeat(64)}`, `docker.io/library/hello@sha256:${'a'.repeat(64)}`],
    ['hello', 'either'],
    ['acme/hello', 'either'],
    ['hello.tar', 'either'],
    ['out.d/report.json', 'either'],
    ['~/x', 'either'],
    ['UPPER..case', 'either'],
    ['docker://ghcr.io/o/x:v1', 'either'],
    ['ghcr.io/acme/hello:main/', 'either'],
    ['', 'either'],
  ])('%s: %s', (text, named) => {
    expect(shown(text)).toBe(named)
  })

  it('never takes for a path or a bare name what is written out as an image', () => {
    const part = fc.stringMatching(/^[a-z0-9]+([._-][a-z0-9]+){0,2}$/)
    const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,20}$/)
    fc.assert(
      fc.property(part, part, tag, (owner, name, version) => {
        expect(readThingName(`ghcr.io/${owner}/${name}:${version}`).kind).toBe('image')
        expect(readThingName(`./ghcr.io/${owner}/${name}:${version}`).kind).toBe('path')
      }),
    )
  })
})
