import { describe, expect, it } from '@jest/globals'
import { applyChanges, type Change } from '../../src/diet/change.ts'
import type { PlatformSpec } from '../../src/declare/spec.ts'
import { settingsFor } from '../../src/diet/settings.ts'
import { CHANGES, declared } from './sample.ts'

function settings(change: Change, values: Parameters<typeof declared>[0] = {}) {
  const spec = declared(values)
  return settingsFor(spec, applyChanges(spec, [change]))
}

/** A try changes what is built, not the inputs that an image keeps for `verify`. */
function withoutRecord(spec: PlatformSpec) {
  const { recorded: _, ...rest } = spec
  return rest
}

describe('settingsFor', () => {
  it('has nothing to write where nothing changed', () => {
    const spec = declared({ 'build-tags': 'a,b', pack: 'require' })
    expect(settingsFor(spec, spec)).toEqual([])
  })

  it('gives an input its whole value, with what was there before', () => {
    const [tag] = CHANGES
    expect(settings(tag!, { 'build-tags': 'own' })).toEqual([{ input: 'build-tags', value: 'own,nomsgpack' }])
  })

  it('gives flags as words of a shell', () => {
    expect(settings({ kind: 'no inlining' }, { 'build-flags': `'-asmflags=all=-D x'` })).toEqual([
      { input: 'build-flags', value: `'-asmflags=all=-D x' -gcflags=all=-l` },
    ])
  })

  it.each(CHANGES)('asks for exactly what was tried: $kind', change => {
    const values = {
      'build-tags': 'own',
      'build-flags': '-p=2',
      timezones: 'all',
      pack: change.kind === 'packing' ? 'off' : 'auto',
    }
    const before = declared(values)
    const after = applyChanges(before, [change])
    const written = Object.fromEntries(settingsFor(before, after).map(({ input, value }) => [input, value]))
    // A newer module is a line of go.mod.
    expect(Object.keys(written).length > 0).toBe(change.kind !== 'newer module')
    expect(withoutRecord(declared({ ...values, ...written }))).toEqual(withoutRecord(after))
  })

  it('asks for exactly what was tried together', () => {
    const together = CHANGES.filter(({ kind }) => kind !== 'packing')
    const before = declared()
    const after = applyChanges(before, together)
    const written = Object.fromEntries(settingsFor(before, after).map(({ input, value }) => [input, value]))
    expect(withoutRecord(declared(written))).toEqual(withoutRecord(after))
  })
})
