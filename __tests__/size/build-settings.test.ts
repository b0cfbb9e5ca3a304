import { describe, expect, it } from '@jest/globals'
import { buildSettings } from '../../src/size/build-settings.ts'

type BuildInfo = NonNullable<Parameters<typeof buildSettings>[0]>

function settingsOf(settings: Readonly<Record<string, string>>, isStatic = true) {
  const info = { goVersion: 'go1.26.8', settings } as unknown as BuildInfo
  return buildSettings(info, isStatic)
}

describe('buildSettings', () => {
  it('are unknown without build info', () => {
    expect(buildSettings(null, true)).toEqual({
      go: null,
      ldflags: null,
      buildTags: null,
      buildFlags: null,
      cgo: null,
    })
  })

  it('are what the binary says of itself', () => {
    const said = { '-ldflags': '-s -w', '-tags': 'a,b', CGO_ENABLED: '0' }
    expect(settingsOf(said)).toEqual({
      go: 'go1.26.8',
      ldflags: '-s -w',
      buildTags: ['a', 'b'],
      buildFlags: null,
      cgo: 'off',
    })
    expect(settingsOf({})).toMatchObject({ ldflags: null, buildTags: [], cgo: null })
  })

  it.each([
    { enabled: '0', isStatic: true, cgo: 'off' },
    { enabled: '0', isStatic: false, cgo: 'off' },
    { enabled: '1', isStatic: true, cgo: 'static' },
    { enabled: '1', isStatic: false, cgo: null },
    { enabled: '', isStatic: true, cgo: null },
  ])('cgo of CGO_ENABLED=$enabled, static: $isStatic', ({ enabled, isStatic, cgo }) => {
    expect(settingsOf({ CGO_ENABLED: enabled }, isStatic).cgo).toBe(cgo)
  })
})
