import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  formatReference,
  parseReference,
  parseRepository,
  parseTag,
  slug,
} from '../../src/declare/reference.ts'
import { problemOf } from '../support/sentences.ts'

const DIGEST = `sha256:${'0a'.repeat(32)}`

describe('parseRepository', () => {
  it.each([
    ['ghcr.io/owner/name', 'ghcr.io', 'owner/name'],
    ['GHCR.io/Owner/Name', 'ghcr.io', 'owner/name'],
    ['localhost:5000/x', 'localhost:5000', 'x'],
    ['localhost/x', 'localhost', 'x'],
    ['127.0.0.1:5000/a/b/c', '127.0.0.1:5000', 'a/b/c'],
    ['[::1]:5000/x', '[::1]:5000', 'x'],
    ['nginx', 'index.docker.io', 'library/nginx'],
    ['owner/name', 'index.docker.io', 'owner/name'],
    ['docker.io/nginx', 'index.docker.io', 'library/nginx'],
    ['registry-1.docker.io/owner/name', 'index.docker.io', 'owner/name'],
    ['quay.io/a/b__c--d.e_f', 'quay.io', 'a/b__c--d.e_f'],
  ])('reads %s', (text, registry, repository) => {
    expect(parseRepository(text)).toEqual({ ok: true, value: { registry, repository } })
  })

  it.each([
    ['', 'is empty'],
    ['docker://x', 'without docker://'],
    ['x:v1', 'has a tag; write x, and v1 in tags'],
    [`x@${DIGEST}`, 'has a digest'],
    ['a//b', 'empty part'],
    ['a/b/', 'empty part'],
    ['a/-b', '"-b"'],
    ['a/b___c', '"b___c"'],
    ['a b', '"a b"'],
    ['-host.io/x', 'not a host'],
    ['host.io:0/x', 'not a host'],
    [`ghcr.io/${'a'.repeat(256)}`, 'more than 255'],
  ])('refuses %j', (text, because) => {
    expect(problemOf(parseRepository(text))).toContain(because)
  })
})

describe('parseReference', () => {
  it.each([
    ['ghcr.io/o/r:v1', 'v1'],
    [`ghcr.io/o/r@${DIGEST}`, DIGEST],
    [`ghcr.io/o/r:v1@${DIGEST}`, DIGEST],
  ])('reads %s', (text, identifier) => {
    expect(parseReference(text)).toEqual({
      ok: true,
      value: { registry: 'ghcr.io', repository: 'o/r', identifier },
    })
  })

  it.each([
    ['ghcr.io/o/r', 'has no tag; write ghcr.io/o/r:latest'],
    ['localhost:5000/r', 'has no tag'],
    ['o/r:', 'empty tag'],
    ['o/r:a+b', 'write a-b'],
    ['o/r@sha256:abc', 'digest'],
  ])('refuses %j', (text, because) => {
    expect(problemOf(parseReference(text))).toContain(because)
  })

  it('never throws, and what it reads is read back the same', () => {
    const component = fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,8})?$/)
    const likely = fc
      .tuple(
        fc.constantFrom('', 'ghcr.io/', 'localhost:5000/', 'docker.io/'),
        fc.array(component, { minLength: 1, maxLength: 3 }),
        fc.string({ maxLength: 12 }),
      )
      .map(([host, parts, tag]) => `${host}${parts.join('/')}:${tag}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), text => {
        const reference = parseReference(text)
        if (reference.ok) expect(parseReference(formatReference(reference.value))).toEqual(reference)
      }),
    )
  })
})

describe('slug', () => {
  it.each([
    ['main', 'main'],
    ['feat/new thing', 'feat-new-thing'],
    ['.hidden', 'hidden'],
    ['release/', 'release'],
    ['日本', null],
  ])('calls %s %s', (branch, tag) => {
    expect(slug(branch)).toBe(tag)
  })

  it('gives a tag, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), text => {
        const tag = slug(text)
        expect(tag === null || parseTag(tag).ok).toBe(true)
      }),
    )
  })
})
