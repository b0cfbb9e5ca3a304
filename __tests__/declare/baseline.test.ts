import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { declareImage } from '../../src/declare/image-spec.ts'
import type { BaseCommit, Surroundings } from '../../src/declare/surroundings.ts'
import { surroundings } from './surroundings.ts'

function declared(values: Readonly<Record<string, string>>, around: Surroundings = surroundings()) {
  return declareImage({ surface: around.surface, values, problems: [] }, around)
}

function baselineOf(values: Readonly<Record<string, string>>, around?: Surroundings) {
  const result = declared(values, around)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.spec.baseline
}

const SHA = 'c'.repeat(40)
const KNOWN: BaseCommit = { status: 'known', commit: SHA }

/** A job on a branch, or about a pull request into it. */
const job = (branch: string | null, commit: BaseCommit = KNOWN) =>
  surroundings({ surface: 'action', base: { commit, branch } })
const onTerminal = (commit: BaseCommit) => surroundings({ base: { commit, branch: null } })
const repository = { registry: 'ghcr.io', repository: 'o/x' }
const NONE: BaseCommit = { status: 'none', why: 'nothing was there before this push' }
const UNKNOWN: BaseCommit = { status: 'unknown', why: 'git does not say' }

describe('baseline', () => {
  it.each([
    {
      name: 'a pull request is compared with the branch that it goes into, at the commit that it starts from',
      around: job('release/1.x'),
      values: { image: 'ghcr.io/o/x', baseline: 'auto' },
      baseline: {
        kind: 'auto',
        commit: SHA,
        branch: 'release/1.x',
        reference: { ...repository, identifier: 'release-1.x' },
        why: null,
      },
    },
    {
      name: 'the first repository counts, and a commit that nobody knows is none',
      around: job('main', UNKNOWN),
      values: { image: 'ghcr.io/o/x, docker.io/o/x' },
      baseline: {
        kind: 'auto',
        commit: null,
        branch: 'main',
        reference: { ...repository, identifier: 'main' },
        why: null,
      },
    },
    {
      name: 'a tag is of no branch',
      around: job(null),
      values: { image: 'ghcr.io/o/x' },
      baseline: {
        kind: 'auto',
        commit: SHA,
        branch: null,
        reference: null,
        why: 'the event names no branch',
      },
    },
    {
      name: 'without image there is only what is kept',
      around: job('main'),
      values: {},
      baseline: {
        kind: 'auto',
        commit: SHA,
        branch: 'main',
        reference: null,
        why: 'image names no repository to look for one in',
      },
    },
    {
      name: 'a terminal looks for none by itself',
      around: onTerminal(KNOWN),
      values: { image: 'ghcr.io/o/x' },
      baseline: {
        kind: 'auto',
        commit: null,
        branch: null,
        reference: null,
        why: 'name one with --baseline',
      },
    },
    {
      name: 'what the user names',
      around: surroundings(),
      values: { baseline: ' ./main.json ' },
      baseline: { kind: 'file', path: './main.json' },
    },
    {
      name: 'an image, whatever files there are',
      around: job('main'),
      values: { baseline: 'GHCR.io/Acme/hello:main' },
      baseline: {
        kind: 'image',
        reference: { registry: 'ghcr.io', repository: 'acme/hello', identifier: 'main' },
      },
    },
    {
      name: 'an image without a tag, in a registry that is named',
      around: job('main'),
      values: { baseline: 'localhost/hello' },
      baseline: {
        kind: 'image',
        reference: { registry: 'localhost', repository: 'hello', identifier: 'latest' },
      },
    },
    {
      name: 'none',
      around: surroundings(),
      values: { baseline: 'none', budget: '3MB' },
      baseline: { kind: 'none' },
    },
    {
      name: 'build compiles where the change starts',
      around: job('main'),
      values: {
        baseline: 'build',
        budget: 'image: 3MB\nbinary: +2%\nmodule std: +0\npackage net/http: +1kB',
      },
      baseline: { kind: 'build', commit: SHA },
    },
    {
      name: 'build has nothing to compile on the first push',
      around: job('main', NONE),
      values: { baseline: 'build', budget: 'binary: +0' },
      baseline: { kind: 'build', commit: null, why: 'nothing was there before this push' },
    },
  ])('$name', ({ values, around, baseline }) => {
    expect(baselineOf(values, around)).toEqual(baseline)
  })

  it.each<{ values: Record<string, string>; said: RegExp; around?: Surroundings }>([
    {
      values: { baseline: 'none', budget: 'image: +50kB\nbinary: +2%' },
      said: /"image: \+50kB" and "binary: \+2%"/,
    },
    { values: { baseline: ' ' }, said: /is empty/ },
    {
      values: { baseline: 'main.json' },
      said: /^--baseline "main\.json" is not written as a path; write \.\/main\.json\.$/,
    },
    {
      values: { baseline: 'acme/hello' },
      said: /is not written as a path; write \.\/acme\/hello, or docker\.io\/acme\/hello:latest for an image/,
    },
    { values: { baseline: '~/main.json' }, said: /write an absolute path\.$/ },
    { values: { baseline: 'atuo' }, said: /is neither an image nor a path; did you mean "?auto"?/ },
    {
      values: { baseline: 'build' },
      around: onTerminal(UNKNOWN),
      said: /^--baseline "build" finds no commit to build: git does not say; write auto/,
    },
    {
      values: { baseline: 'build', budget: 'image: +50kB\nmemory@linux/amd64: +2%\nbinary: +1kB' },
      said: /makes no image, so that "image: \+50kB" and "memory@linux\/amd64: \+2%" in --budget .* write binary: \+50kB or binary@linux\/amd64: \+2%,/,
    },
    {
      values: { baseline: 'build', pack: 'off', budget: 'download: +0' },
      said: /write binary: \+0, which is before packing, or --baseline auto/,
    },
    {
      values: { baseline: 'build', binary: './api', budget: 'binary: +0' },
      said: /"build" cannot compile --binary, which is already built; write auto/,
    },
  ])('$values is a problem', ({ values, said, around }) => {
    const result = declared(values, around)
    expect(result.ok ? [] : sentencesOf(result.problems)).toEqual([expect.stringMatching(said)])
  })
})
