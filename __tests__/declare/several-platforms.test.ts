import { describe, expect, it } from '@jest/globals'
import type { Given } from '../../src/declare/given.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { formatPlatform } from '../../src/declare/platform.ts'
import type { ImageSpec, PlatformSpec } from '../../src/declare/spec.ts'
import { sentencesOf } from '../support/sentences.ts'
import { surroundings } from './surroundings.ts'

const BOTH = 'linux/amd64,linux/arm64'

function declare(values: Given['values'], surface: Given['surface'] = 'action') {
  return declareImage({ surface, values, problems: [] }, surroundings({ surface }))
}

function spec(values: Given['values']): ImageSpec {
  const declared = declare(values)
  if (!declared.ok) throw new Error(sentencesOf(declared.problems, 'action').join('\n'))
  return declared.spec
}

function wrong(values: Given['values']): readonly string[] {
  const declared = declare(values)
  return declared.ok ? [] : sentencesOf(declared.problems, 'action')
}

const names = ({ platforms }: ImageSpec) => platforms.map(({ platform }) => formatPlatform(platform))

/** What this gives for each platform, by its architecture. */
function each<Value>({ platforms }: ImageSpec, what: (platform: PlatformSpec) => Value) {
  return Object.fromEntries(platforms.map(one => [one.platform.architecture, what(one)]))
}

describe('platforms', () => {
  it.each([
    ['linux/arm64', ['linux/arm64']],
    ['linux/amd64,linux/arm64', ['linux/amd64', 'linux/arm64']],
    ['linux/arm64\nlinux/amd64', ['linux/arm64', 'linux/amd64']],
    ['["linux/arm/v6", "linux/arm/v7"]', ['linux/arm/v6', 'linux/arm/v7']],
    ['- linux/amd64\n- linux/arm64\n- linux/s390x', ['linux/amd64', 'linux/arm64', 'linux/s390x']],
    ['linux/amd64,linux/amd64/v3', ['linux/amd64', 'linux/amd64/v3']],
  ])('%j are these, in their order', (platforms, read) => {
    expect(names(spec({ platforms }))).toEqual(read)
  })

  it('are linux/amd64 where nothing is said', () => {
    expect(names(spec({}))).toEqual(['linux/amd64'])
  })

  it.each([
    ['linux/amd64,linux/amd64', /^platforms "linux\/amd64" is named twice; write it once\.$/],
    ['linux/arm64,linux/arm64/v8', /^platforms "linux\/arm64" is named twice/],
    ['linux/arm,linux/arm/v7', /is named twice/],
    ['[]', /names no platform; write one, such as linux\/amd64/],
    [',', /names no platform/],
  ])('%j is refused in one sentence', (platforms, sentence) => {
    expect(wrong({ platforms })).toEqual([expect.stringMatching(sentence)])
  })

  it('that are wrong are all named at once, and nothing else for them', () => {
    expect(
      wrong({ platforms: 'linux/amr64,windows/amd64,linux/amd64', budget: 'image@linux/amd64: 5MB' }),
    ).toEqual([expect.stringContaining('"linux/amr64"'), expect.stringContaining('"windows/amd64"')])
  })
})

describe('for each platform', () => {
  it('a line that is wrong for all of them is reported once', () => {
    expect(
      wrong({ platforms: BOTH, files: 'a', annotations: 'indx:a=1', user: 'me', binary: 'bin/' }),
    ).toHaveLength(4)
  })

  it('the source of a file is its own', () => {
    const files = 'vendor/{{.Arch}}/tool:/tool\npage.html:/page.html'
    const sources = each(spec({ platforms: BOTH, files }), own => own.files.map(({ source }) => source))
    expect(sources).toEqual({
      amd64: ['/checkout/service/vendor/amd64/tool', '/checkout/service/page.html'],
      arm64: ['/checkout/service/vendor/arm64/tool', '/checkout/service/page.html'],
    })
  })

  it('a template that one of them has no value for is refused', () => {
    expect(wrong({ platforms: 'linux/arm/v6,linux/amd64', files: '{{.Variant}}:/x' })).toEqual([
      expect.stringContaining('linux/amd64 has no variant; write {{.Arch}}'),
    ])
  })

  it('a prebuilt binary is its own', () => {
    const paths = each(
      spec({ platforms: BOTH, binary: 'dist/api_{{.Os}}_{{.Arch}}=api' }),
      ({ source }) => source,
    )
    expect(paths).toMatchObject({
      amd64: { kind: 'binary', path: '/checkout/service/dist/api_linux_amd64', name: 'api' },
      arm64: { kind: 'binary', path: '/checkout/service/dist/api_linux_arm64', name: 'api' },
    })
  })

  it('the annotations of its manifest and of its descriptor are its own', () => {
    const annotations = [
      'all=1',
      'manifest[linux/arm64]:arm=1',
      'index:whole=1',
      'manifest,index:shared=1',
      'manifest-descriptor:listed=1',
      'manifest-descriptor[linux/amd64],index-descriptor:some=1',
    ].join('\n')
    const read = spec({ platforms: BOTH, annotations })
    const own = (labels: Readonly<Record<string, string>>) =>
      Object.keys(labels).filter(key => !key.startsWith('org.opencontainers.image.'))
    expect(each(read, ({ config }) => own(config.annotations))).toEqual({
      amd64: ['all', 'shared'],
      arm64: ['all', 'arm', 'shared'],
    })
    expect(each(read, one => own(one.descriptorAnnotations))).toEqual({
      amd64: ['listed', 'some'],
      arm64: ['listed'],
    })
    expect(own(read.index.annotations)).toEqual(['whole', 'shared'])
    expect(read.index.descriptorAnnotations).toEqual({ some: '1' })
  })

  it('the index repeats the labels that the specification knows for annotations', () => {
    const { index } = spec({ platforms: BOTH, labels: 'org.opencontainers.image.title=t\nother=1' })
    expect(index.annotations).toMatchObject({ 'org.opencontainers.image.title': 't' })
    expect(index.annotations).not.toHaveProperty('other')
  })

  it('an annotation of the index alone is refused for one platform, and taken for two', () => {
    expect(wrong({ annotations: 'index:a=1' })).toEqual([expect.stringContaining('write manifest:a')])
    expect(wrong({ platforms: BOTH, annotations: 'index:a=1' })).toEqual([])
  })

  it('a limit is for all, or for the one that it names', () => {
    const read = spec({ platforms: BOTH, budget: 'binary: 6MB\nimage@linux/arm64: 5MB' })
    expect(read.budget).toMatchObject({ limits: [{ platform: null }, { platform: 'linux/arm64' }] })
    expect(wrong({ platforms: BOTH, budget: 'image: 6MB\nimage@linux/arm64: 5MB' })).toEqual([
      expect.stringContaining('is a second limit of image; write one'),
    ])
    expect(wrong({ platforms: BOTH, budget: 'image@linux/s390x: 5MB' })).toEqual([
      expect.stringContaining('this run builds linux/amd64 and linux/arm64'),
    ])
  })

  it('everything else is the same', () => {
    const read = spec({ platforms: BOTH, env: 'A=1', ldflags: '-X main.a=1', user: '1:1', labels: 'a=1' })
    const [amd64, arm64] = read.platforms
    expect(arm64).toEqual({ ...amd64, platform: { os: 'linux', architecture: 'arm64' } })
  })
})
