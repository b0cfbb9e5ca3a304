import { describe, expect, it } from '@jest/globals'
import { causesOf } from '../../src/size/causes.ts'
import type { PlatformWeight, Settings } from '../../src/weigh-in/weigh-in.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'

function built(settings: Partial<Settings>, binaries: PlatformWeight['binaries'] = [proxyBinary]) {
  return platformWeight({ settings: { ...platformWeight().settings, ...settings }, binaries })
}

const ALPINE = { name: 'docker.io/library/alpine:3.22', digest: `sha256:${'1'.repeat(64)}` } as const

/** The first word of each: what has changed. */
function changed(before: Partial<Settings>, after: Partial<Settings>): readonly string[] {
  return causesOf(built(before), built(after)).map(cause => cause.split(' ')[0] ?? '')
}

describe('causesOf', () => {
  it.each<{ what: string; before: Partial<Settings>; after: Partial<Settings> }>([
    { what: 'Go', before: { go: 'go1.25.3' }, after: { go: 'go1.26.8' } },
    { what: 'ldflags', before: { ldflags: '' }, after: { ldflags: '-s' } },
    { what: 'build-tags', before: { buildTags: ['a'] }, after: { buildTags: ['b'] } },
    { what: 'build-tags', before: { buildTags: ['ab'] }, after: { buildTags: ['a', 'b'] } },
    { what: 'build-flags', before: { buildFlags: ['-v'] }, after: { buildFlags: [] } },
    { what: 'build-flags', before: { buildFlags: ['-ab'] }, after: { buildFlags: ['-a', 'b'] } },
    { what: 'cgo', before: { cgo: 'off' }, after: { cgo: 'static' } },
    { what: 'certificates', before: { certificates: 'none' }, after: { certificates: 'auto' } },
    { what: 'timezones', before: { timezones: 'none' }, after: { timezones: 'all' } },
    { what: 'layer-compression', before: { layerCompression: 'gzip' }, after: { layerCompression: 'zstd' } },
    { what: 'base', before: {}, after: { base: ALPINE } },
    {
      what: 'base',
      before: { base: ALPINE },
      after: { base: { ...ALPINE, digest: `sha256:${'2'.repeat(64)}` } },
    },
    { what: 'packing', before: { packer: 'upx 4.2.2' }, after: { packer: 'upx 5.0.0' } },
    { what: 'packing', before: { packer: 'upx 4.2.2' }, after: { packer: null } },
    { what: 'packing', before: { packer: null }, after: { packer: 'upx 4.2.2' } },
    { what: 'packing', before: { packer: 'up' }, after: { packer: 'upx 4.2.2' } },
  ])('$what: $before to $after', ({ what, before, after }) => {
    expect(changed(before, after)).toEqual([what])
    expect(changed(before, before)).toEqual([])
    expect(changed(after, after)).toEqual([])
  })

  it('name a base, and take one without a name for the same if its digest is', () => {
    expect(causesOf(built({}), built({ base: ALPINE }))).toEqual([
      'base changed from scratch to docker.io/library/alpine:3.22 (sha256:111111111111)',
    ])
    expect(causesOf(built({ base: { ...ALPINE, name: null } }), built({ base: ALPINE }))).toEqual([])
    // Of an image that Bantam did not build, nothing says whether it has a base.
    expect(changed({ layerCompression: null }, { layerCompression: null, base: ALPINE })).toEqual([])
  })

  it('are both values, and that there is none', () => {
    expect(causesOf(built({ ldflags: '-s' }), built({ ldflags: '' }))).toEqual([
      expect.stringMatching(/from -s to none$/),
    ])
    expect(causesOf(built({ packer: null }), built({ packer: 'upx 4' }))).toEqual([
      expect.stringMatching(/from off to upx 4$/),
    ])
  })

  it.each<keyof Settings>(['go', 'ldflags', 'buildTags', 'buildFlags', 'cgo', 'certificates', 'timezones'])(
    'say nothing of a %s that one side does not know',
    name => {
      expect(changed({ [name]: null }, {})).toEqual([])
      expect(changed({}, { [name]: null })).toEqual([])
    },
  )

  it.each([
    ['-s -w -X main.version=1', '-s -w -X main.version=2', 0],
    ["-X 'main.a=b c' -X main.b=", "-X 'main.a=d' -X main.b=x=y", 0],
    ['-X=main.version=1', '-X=main.version=2', 0],
    ['--X main.version=1 --X=main.a=1', '--X main.version=2 --X=main.a=2', 0],
    ['-X=main.version=1', '-X=main.other=1', 1],
    ['-X main.version=1', '-X main.other=1', 1],
    ['-X main.version=1', '-s -X main.version=1', 1],
    ['-X main.version=1', '', 1],
    ["-X 'open", "-X 'other", 1],
    ['a=1', 'a=2', 1],
  ])('leave out what variables are set to, between commits: %s and %s', (ldflags, other, causes) => {
    const [before, after] = [built({ ldflags }), built({ ldflags: other })]
    expect(causesOf(before, after, { ofCommits: true })).toHaveLength(causes)
    expect(causesOf(before, after)).toHaveLength(1)
  })

  it('leave out the tags that say nothing without cgo', () => {
    const plain = { cgo: 'off', buildTags: ['a'] } as const
    expect(changed(plain, { cgo: 'off', buildTags: ['a', 'netgo', 'osusergo'] })).toEqual([])
    const linked = { cgo: 'static', buildTags: ['a'] } as const
    expect(changed(linked, { cgo: 'static', buildTags: ['a', 'netgo'] })).toEqual(['build-tags'])
    expect(changed(linked, { cgo: 'static', buildTags: ['a', 'osusergo'] })).toEqual(['build-tags'])
  })

  it('take a packer whose version the binary does not say for the same', () => {
    expect(changed({ packer: 'upx' }, { packer: 'upx 4.2.2' })).toEqual([])
    expect(changed({ packer: 'upx 4.2.2' }, { packer: 'upx' })).toEqual([])
  })

  it('name a binary that is packed no longer', () => {
    const unpacked = { ...proxyBinary, pack: { status: 'unpacked', packer: null, reason: 'off' } } as const
    const after = built({}, [unpacked])
    expect(causesOf(built({}), after)).toEqual([expect.stringContaining(proxyBinary.name)])
    expect(causesOf(built({}, [{ ...unpacked, name: 'other' }]), built({}))).toEqual([])
  })

  it('say nothing of packing where one side was only compiled', () => {
    const { settings } = platformWeight()
    const only = { settings: { ...settings, packer: null }, binaries: [{ ...proxyBinary, pack: null }] }
    const mixed = { ...only, binaries: [proxyBinary, { ...proxyBinary, pack: null }] }
    expect(causesOf(only, built({}))).toEqual([])
    expect(causesOf(built({}), only)).toEqual([])
    expect(causesOf(built({}), mixed)).toEqual([])
  })
})
