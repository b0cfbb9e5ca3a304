import { describe, expect, it } from '@jest/globals'
import { parseAnnotationLevel } from '../../src/declare/annotation-level.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const read = (name: string) => parseAnnotationLevel({ name, value: 'v' }, AMD64)

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

  it.each(['manifest[linux/arm64]:a.b', 'manifest[linux/arm64],index:a.b'])(
    '%s is of another platform',
    name => {
      expect(read(name)).toEqual({ ok: true, value: null })
    },
  )

  it.each([
    ['index:a.b', 'write manifest:a.b'],
    ['index,index-descriptor:a.b', 'write manifest:a.b'],
    ['manifset:a.b', '"manifset" for a level'],
    ['manifest,indx:a.b', '"indx" for a level'],
  ])('refuses %s', (name, because) => {
    expect(read(name)).toMatchObject({ ok: false, problem: expect.stringContaining(because) })
  })
})
