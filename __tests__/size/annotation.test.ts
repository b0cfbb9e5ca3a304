import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseBudget } from '../../src/declare/budget.ts'
import { readAnnotation, writeAnnotation, type WeighInAnnotation } from '../../src/size/annotation.ts'

const platform = { os: 'linux', architecture: 'amd64' }

function annotated(
  budget = 'image: 3MB, module golang.org/x/net@linux/amd64: +0, binary: +2%',
): WeighInAnnotation {
  const parsed = parseBudget(budget, [platform])
  if (!parsed.ok || parsed.value.kind !== 'limits') throw new Error(budget)
  return {
    bantam: '0.1.0',
    settings: {
      go: 'go1.26.8',
      packer: 'upx 4.2.2 --best --lzma',
      ldflags: '-s -w -X "main.version=1 2"',
      buildTags: ['grpcnotrace'],
      buildFlags: [],
      cgo: 'off',
      certificates: "Mozilla's roots of 2026-10-01",
      timezones: 'none',
      layerCompression: 'gzip',
    },
    budget: parsed.value.limits,
    embedded: new Map([['/api', new Map([['a.b/c', 3_000_000]])]]),
    inputs: { 'working-directory': '.', files: ['a:/a'], env: { TZ: 'UTC' } },
  }
}

describe('the annotation of the weigh-in', () => {
  it('is read back as it was written', () => {
    expect(readAnnotation(writeAnnotation(annotated()), platform)).toEqual({ ok: true, value: annotated() })
  })

  it('is a function of the inputs: not of the order of keys, nor of where Go came from', () => {
    const { settings, ...rest } = annotated()
    const shuffled = Object.fromEntries(Object.entries(settings).reverse()) as typeof settings
    const fromElsewhere = { ...shuffled, goSource: 'PATH' }
    expect(writeAnnotation({ ...rest, settings: fromElsewhere })).toBe(writeAnnotation(annotated()))
  })

  it('is small: what it adds to a download', () => {
    expect(writeAnnotation(annotated()).length).toBeLessThan(560)
  })

  it.each([
    { name: 'nothing', text: '' },
    { name: 'no JSON', text: '{' },
    {
      name: 'a setting of another type',
      text: writeAnnotation(annotated()).replace('"buildFlags":[]', '"buildFlags":1'),
    },
    { name: 'a book', text: `"${'x'.repeat(1_000_001)}"` },
  ])('$name is a problem', ({ text }) => {
    expect(readAnnotation(text, platform).ok).toBe(false)
  })

  it.each([1, 3])('says which version wrote it where it is of version %i', version => {
    const text = writeAnnotation(annotated()).replace('"schemaVersion":2', `"schemaVersion":${version}`)
    expect(readAnnotation(text, platform)).toEqual({
      ok: false,
      problem: `was written by Bantam 0.1.0 with schemaVersion ${version}, and this Bantam reads 2`,
    })
  })

  it('says nothing of embedded files where there are none, and reads what says nothing', () => {
    const none = { ...annotated(), embedded: new Map() }
    expect(writeAnnotation(none)).not.toContain('embedded')
    expect(readAnnotation(writeAnnotation(none), platform)).toEqual({ ok: true, value: none })
  })

  it.each([
    { name: 'a negative size', embedded: [['/api', ['a.b/c', -1]]] },
    { name: 'no size', embedded: [['/api', ['a.b/c']]] },
    { name: 'no binary', embedded: [[]] },
    { name: 'an object', embedded: { '/api': 1 } },
  ])('does not take embedded files with $name', ({ embedded }) => {
    const written = JSON.parse(writeAnnotation(annotated())) as object
    expect(readAnnotation(JSON.stringify({ ...written, embedded }), platform).ok).toBe(false)
  })

  it('leaves out what is no limit', () => {
    const text = writeAnnotation(annotated('image: 3MB')).replace('image: 3MB', 'image: heavy')
    expect(readAnnotation(text, platform)).toMatchObject({ ok: true, value: { budget: [] } })
  })

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        expect(typeof readAnnotation(text, platform).ok).toBe('boolean')
      }),
    )
  })
})
