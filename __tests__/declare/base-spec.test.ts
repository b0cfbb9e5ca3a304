import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseBase } from '../../src/declare/base-spec.ts'

const HEX = '4'.repeat(64)
const parse = (text: string) => parseBase(text, '/checkout', true)

describe('parseBase', () => {
  it('reads scratch', () => expect(parse(' scratch ')).toEqual({ ok: true, value: { kind: 'scratch' } }))

  it.each([
    ['alpine:3.22', 'docker.io/library/alpine:3.22', 'index.docker.io', 'library/alpine', '3.22'],
    ['ghcr.io/o/base:v1', 'ghcr.io/o/base:v1', 'ghcr.io', 'o/base', 'v1'],
    ['127.0.0.1:5000/base:1', '127.0.0.1:5000/base:1', '127.0.0.1:5000', 'base', '1'],
    [`o/b@sha256:${HEX}`, `docker.io/o/b@sha256:${HEX}`, 'index.docker.io', 'o/b', `sha256:${HEX}`],
    [`localhost:5/b@sha256:${HEX}`, `localhost:5/b@sha256:${HEX}`, 'localhost:5', 'b', `sha256:${HEX}`],
    // The digest decides, and the name is for people.
    [`o/b:v1@sha256:${HEX}`, 'docker.io/o/b:v1', 'index.docker.io', 'o/b', `sha256:${HEX}`],
  ])('reads the image %s', (text, name, registry, repository, identifier) => {
    expect(parse(text)).toEqual({
      ok: true,
      value: {
        kind: 'image',
        name,
        reference: { registry, repository, identifier },
        inheritsUser: true,
      },
    })
  })

  it.each([
    ['./base', '/checkout/base'],
    ['../base:v1', '/base:v1'],
    ['/a/b', '/a/b'],
  ])('reads the layout %s', (text, path) => {
    expect(parse(text)).toEqual({
      ok: true,
      value: { kind: 'layout', path, name: text, inheritsUser: true },
    })
  })

  it.each([
    ['', 'is empty'],
    ['alpine', 'write alpine:latest'],
    ['scratch:latest', 'write scratch'],
    [`scratch@sha256:${HEX}`, 'write scratch'],
    ['base.tar', 'path of the OCI layout'],
    ['https://ghcr.io/o/b:v1', 'write it without https://'],
    ['alpine@sha256:12', '64 hexadecimal digits'],
    [`alpine:-x@sha256:${HEX}`, 'is not a tag'],
    ['o/B C:v1', 'which registries refuse'],
  ])('refuses %j', (text, because) => {
    expect(parse(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parse(text).ok === 'boolean'))
  })
})
