import { describe, expect, it } from '@jest/globals'
import { type Annotated, parseAnnotationLevel } from '../../src/declare/annotation-level.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM64 = { os: 'linux', architecture: 'arm64' }
const MANIFEST: Annotated = { level: 'manifest', platform: AMD64 }
const read = (name: string, document: Annotated = MANIFEST, platforms = [AMD64]) =>
  parseAnnotationLevel({ name, value: 'v' }, document, platforms)

describe('parseAnnotationLevel', () => {
  it.each([
    ['a.b', 'a.b'],
    ['manifest:a.b', 'a.b'],
    ['manifest,index:a.b', 'a.b'],
    ['index,manifest:a.b', 'a.b'],
    ['manifest,index-descriptor,manifest-descriptor:a.b', 'a.b'],
    ['manifest[linux/amd64]:a.b', 'a.b'],
    ['manifest[linux/arm64],manifest[linux/amd64],index:a.b', 'a.b'],
    ['com.example:thing', 'com.example:thing'],
  ])('%s names %s', (name, key) => {
    expect(read(name)).toEqual({ ok: true, value: { name: key, value: 'v' } })
  })

  it.each(['manifest[linux/arm64]:a.b', 'manifest[linux/arm64],index:a.b', 'manifest-descriptor:a.b'])(
    '%s is of another document',
    name => {
      expect(read(name)).toEqual({ ok: true, value: null })
    },
  )

  it.each<[string, readonly string[]]>([
    ['a.b', ['manifest amd64', 'manifest arm64']],
    ['index:a.b', ['index']],
    ['manifest,index:a.b', ['manifest amd64', 'manifest arm64', 'index']],
    ['manifest[linux/arm64/v8]:a.b', ['manifest arm64']],
    ['manifest-descriptor[linux/arm64]:a.b', ['manifest-descriptor arm64']],
    [
      'index-descriptor,manifest-descriptor:a.b',
      ['manifest-descriptor amd64', 'manifest-descriptor arm64', 'index-descriptor'],
    ],
  ])('%s goes into these documents of two platforms: %j', (name, documents) => {
    const all: readonly Annotated[] = [
      { level: 'manifest', platform: AMD64 },
      { level: 'manifest', platform: ARM64 },
      { level: 'manifest-descriptor', platform: AMD64 },
      { level: 'manifest-descriptor', platform: ARM64 },
      { level: 'index' },
      { level: 'index-descriptor' },
    ]
    const found = all.filter(document => {
      const one = read(name, document, [AMD64, ARM64])
      return one.ok && one.value !== null
    })
    expect(
      found.map(one => ('platform' in one ? `${one.level} ${one.platform.architecture}` : one.level)),
    ).toEqual(documents)
  })

  it.each([
    ['index:a.b', 'write manifest:a.b'],
    ['index,index-descriptor:a.b', 'write manifest:a.b'],
    ['manifset:a.b', '"manifset" for a level'],
    ['manifest,indx:a.b', '"indx" for a level'],
    ['manifest[amd64]:a.b', 'the platform "amd64", which names no system'],
  ])('refuses %s', (name, because) => {
    expect(read(name)).toMatchObject({ ok: false, problem: expect.stringContaining(because) })
  })
})
