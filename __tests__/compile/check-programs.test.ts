import { describe, expect, it } from '@jest/globals'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkPrograms } from '../../src/compile/check-programs.ts'
import type { CompileSpec } from '../../src/declare/spec.ts'
import { compileSpec } from '../support/compile-spec.ts'
import { gitRepository } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { aFailure } from '../support/a-failure.ts'

/** A checkout with a program in it, a service below it, and a directory of the user's beside it. */
function machine() {
  const { directory: top, commit } = gitRepository()
  commit({ 'tools/cc': '#!/bin/sh\n', 'service/go.mod': 'module x' })
  const outside = testHost().cwd
  mkdirSync(path.join(outside, 'bin'))
  writeFileSync(path.join(outside, 'bin', 'real-cc'), '#!/bin/sh\n', { mode: 0o755 })
  chmodSync(path.join(top, 'tools', 'cc'), 0o755)
  symlinkSync(path.join(top, 'tools', 'cc'), path.join(outside, 'bin', 'linked-cc'))
  symlinkSync('/bin/true', path.join(top, 'tools', 'true'))
  const env = { PATH: `${outside}/bin:/usr/bin:/bin`, HOME: outside }
  const check = (set: Record<string, string>, spec: Partial<CompileSpec> = {}) =>
    checkPrograms(testHost({ env: { ...env, ...set } }), compileSpec(spec), path.join(top, 'service'))
  return { top, outside, check }
}

/** The failure for an input or a variable. */
function about(input: string, what = '') {
  return aFailure('bad-input', { fields: { input }, what })
}

describe('checkPrograms', () => {
  it('takes what stands outside the checkout', () => {
    const { outside, check } = machine()
    expect(() => check({})).not.toThrow()
    for (const CC of ['real-cc', `${outside}/bin/real-cc`, 'no-such-cc'])
      expect(() => check({ CC, CXX: 'g++' }, { buildEnv: { AR: CC } })).not.toThrow()
  })

  it.each([
    { name: 'an absolute path', cc: (top: string) => `${top}/tools/cc` },
    { name: 'a link of the checkout that leads out', cc: (top: string) => `${top}/tools/true` },
    { name: 'a link that leads into it', cc: () => 'linked-cc' },
    {
      name: 'a path that leads around',
      cc: (top: string, outside: string) => `${outside}/..${top}/tools/cc`,
    },
    { name: 'a relative path', cc: () => '../tools/cc' },
  ])('refuses a program of the checkout: $name', ({ cc }) => {
    const { top, outside, check } = machine()
    const CC = cc(top, outside).replace(
      `${outside}/..${top}`,
      `${outside}/../${path.relative(path.dirname(outside), top)}`,
    )
    const refusal = aFailure('bad-input', { fields: { input: 'CC' }, what: /^CC names / })
    expect(() => check({ CC })).toThrow(refusal)
    expect(() => check({}, { buildEnv: { CC } })).toThrow(refusal)
  })

  it('refuses a directory of the checkout on a PATH of build-env, and what CC finds on PATH there', () => {
    const { top, check } = machine()
    const PATH = `${top}/tools:/bin`
    expect(() => check({}, { buildEnv: { PATH } })).toThrow(about('PATH'))
    expect(() => check({ PATH, CC: 'cc' })).toThrow(about('CC', 'names cc'))
    symlinkSync('/bin/true', path.join(top, 'tools', 'gcc'))
    expect(() => check({ PATH }, { cgo: 'static' })).toThrow(about('CC', 'names gcc'))
    expect(() => check({ PATH }, { cgo: 'off' })).not.toThrow()
  })

  it.each([
    ['GOCACHEPROG=cacher', 'GOCACHEPROG in '],
    ['GOAUTH=./helper', 'GOAUTH in '],
    ['GOFLAGS=-mod=mod -toolexec=x', 'GOFLAGS in '],
    ['CC=./cc', 'CC in '],
    ['CGO_LDFLAGS=-B.', 'CGO_LDFLAGS in '],
  ])('refuses it in what go env -w wrote: %s', (line, begin) => {
    const { outside, check } = machine()
    const file = path.join(outside, '.config', 'go', 'env')
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, `GOPRIVATE=x\n# comment\n${line}\nGOPROXY=direct\n`)
    expect(() => check({})).toThrow(aFailure('bad-input', { what: `${begin}${file} ` }))
    expect(() => check({ XDG_CONFIG_HOME: '/nowhere' })).not.toThrow()
    expect(() => check({ XDG_CONFIG_HOME: 'relative' })).toThrow(aFailure('bad-input', { what: begin }))
    expect(() => check({ GOENV: 'off' })).not.toThrow()
    expect(() => check({ XDG_CONFIG_HOME: '/nowhere', GOENV: file })).toThrow(
      aFailure('bad-input', { what: begin }),
    )
  })

  it('refuses a file of go env that the checkout brings', () => {
    const { top, check } = machine()
    expect(() => check({ GOENV: `${top}/go.env` })).toThrow(about('GOENV'))
    expect(() => check({}, { buildEnv: { GOENV: 'go.env' } })).toThrow(about('GOENV'))
  })

  it.each(['.hg/hgrc', 'service/.hg/hgrc', 'service/.bzr/x', 'service/.fslckout'])(
    'refuses build-vcs beside a repository of another kind: %s',
    file => {
      const { top, check } = machine()
      mkdirSync(path.dirname(path.join(top, file)), { recursive: true })
      writeFileSync(path.join(top, file), '')
      expect(() => check({}, { buildVcs: true })).toThrow(about('build-vcs'))
      expect(() => check({}, { buildVcs: false })).not.toThrow()
    },
  )

  it('refuses a home of the checkout in build-env, and takes the one that the user lives in', () => {
    const { top, check } = machine()
    expect(() => check({}, { buildEnv: { HOME: `${top}/home` } })).toThrow(about('HOME'))
    expect(() => check({ HOME: top, XDG_CONFIG_HOME: `${top}/.config` })).not.toThrow()
  })

  it('refuses a setting of git that runs a program of the checkout', () => {
    const { top, check } = machine()
    const set = (value: string) => ({
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.sshCommand',
      GIT_CONFIG_VALUE_0: value,
    })
    expect(() => check({}, { buildEnv: set('../tools/cc') })).toThrow(
      about('GIT_CONFIG_VALUE_0', '(core.sshCommand) names ../tools/cc, which is a relative path'),
    )
    expect(() => check(set(`${top}/tools/cc`))).toThrow(
      about('GIT_CONFIG_VALUE_0', 'which comes from the checkout'),
    )
    expect(() => check(set('ssh -v'))).not.toThrow()
  })

  it('refuses flags that run a program', () => {
    const { top, outside, check } = machine()
    expect(() => check({}, { buildFlags: [`-overlay=${top}/overlay.json`] })).toThrow(
      about('build-flags', 'has -overlay'),
    )
    expect(() => check({}, { buildFlags: [`-overlay=${outside}/overlay.json`] })).not.toThrow()
    expect(() => check({}, { ldflags: `-X main.v=1 -extld=${top}/tools/cc` })).toThrow(
      about('ldflags', 'has -extld'),
    )
    expect(() => check({}, { ldflags: `-extldflags '-static -B${top}/tools'` })).toThrow(
      about('ldflags', 'has -extldflags'),
    )
  })
})
