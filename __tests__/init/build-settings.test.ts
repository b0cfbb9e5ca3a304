import { expect, it } from '@jest/globals'
import { buildSettings } from '../../src/init/build-settings.ts'
import { NO_SETTINGS } from '../../src/init/draft.ts'

const MEANING = { definitions: new Map([['TAGS', 'a,b']]), module: null }
const NONE = { ldflags: [], tags: [], flags: [], env: {} }

it('buildSettings puts several builds together', () => {
  const builds = [
    {
      ...NONE,
      ldflags: ['-X main.v=1'],
      tags: ['x', '$(TAGS)', '$(UNKNOWN)', 'no-tag'],
      env: { CGO_ENABLED: '1' },
    },
    {
      ...NONE,
      tags: ['x'],
      flags: ['-mod=vendor', '-mod=vendor', '-gcflags=${X}'],
      env: { GOEXPERIMENT: 'greenteagc', OTHER: '1' },
    },
  ]
  expect(buildSettings(builds, MEANING, 'Makefile')).toEqual({
    settings: {
      ldflags: new Map([['main.v', '-X main.v=1']]),
      tags: ['x', 'a', 'b'],
      flags: ['-mod=vendor'],
      env: ['GOEXPERIMENT=greenteagc'],
      cgo: true,
    },
    notes: [],
  })
})

it('buildSettings of no build has nothing', () => {
  expect(buildSettings([], MEANING, 'x')).toEqual({ settings: NO_SETTINGS, notes: [] })
})
