import { describe, expect, it } from '@jest/globals'
import { applyChanges, breaks, isOfCode } from '../../src/diet/change.ts'
import { CHANGES, declared } from './sample.ts'

describe('applyChanges', () => {
  it('adds to what the user has already', () => {
    const spec = declared({ 'build-tags': 'own', 'build-flags': '-p=2' })
    const { compile } = applyChanges(spec, CHANGES.slice(0, 2))
    expect(compile).toEqual({
      ...spec.compile,
      buildTags: ['own', 'nomsgpack'],
      buildFlags: ['-p=2', '-gcflags=all=-l'],
    })
  })

  it('keeps extra certificates, which were asked for by name', () => {
    const spec = declared({ certificates: 'mozilla', 'extra-certificates': 'own.pem' })
    const { certificates } = applyChanges(spec, [{ kind: 'no certificates', needed: false }])
    expect(certificates).toEqual({ roots: 'none', extra: ['/checkout/service/own.pem'] })
  })

  it('replaces the file that names a Go version', () => {
    const spec = declared({ 'go-version-file': 'go.mod' })
    const { go } = applyChanges(spec, [{ kind: 'newer go', version: 'go1.27.4' }])
    expect(go).toEqual({ version: '1.27.4', versionFile: null, downloadUrl: null })
  })

  it('leaves everything as it is for no change', () => {
    const spec = declared()
    expect(applyChanges(spec, [])).toBe(spec)
  })

  it.each(CHANGES)('changes something that is declared, except for a newer module: $kind', change => {
    const spec = declared({ pack: change.kind === 'packing' ? 'off' : 'auto' })
    expect(JSON.stringify(applyChanges(spec, [change])) === JSON.stringify(spec)).toBe(
      change.kind === 'newer module',
    )
  })

  it('adds to the experiments that the user has already', () => {
    const spec = declared({ 'build-env': 'GOEXPERIMENT=synctest' })
    const { compile } = applyChanges(spec, [{ kind: 'experiment', value: 'nojsonv2' }])
    expect(compile.buildEnv).toEqual({ GOEXPERIMENT: 'synctest,nojsonv2' })
  })
})

describe('a change', () => {
  it('is of the code, or leaves the linked binary as it is', () => {
    expect(CHANGES.filter(isOfCode).map(({ kind }) => kind)).toEqual([
      'build tag',
      'no inlining',
      'newer go',
      'experiment',
      'newer module',
    ])
  })

  it('breaks a service only where that needs what it takes away', () => {
    expect(CHANGES.filter(breaks)).toEqual([{ kind: 'no certificates', needed: true }])
  })
})
