import { describe, expect, it } from '@jest/globals'
import { document } from '../../src/report/document.ts'
import { growthOfImages } from '../../src/report/images-growth.ts'
import { mainBranch, platformWeight } from './sample.ts'
import { oneOf } from './many-images.ts'

const text = (...images: Parameters<typeof growthOfImages>[0]) => document(growthOfImages(images), 1e6)

describe('growthOfImages', () => {
  it('explains the platform of each image that grew most, and no other image', () => {
    const said = text(oneOf('api', { grown: true, platforms: 2 }), oneOf('web'))
    expect(said).toMatch(/^#### What changed in <code>api<\/code> for linux\/amd64, compared with the image/m)
    expect(said.match(/^#### /gm)).toHaveLength(1)
    expect(said).toContain('<code>golang.org/x/net</code>')
    expect(text(oneOf('api'), oneOf('web'))).toBe('')
  })

  it('folds them where there are many', () => {
    const said = text(...['a', 'b', 'c', 'd'].map(name => oneOf(name, { grown: true })))
    expect(said).not.toContain('####')
    expect(said.match(/<details><summary>What changed in <code>\w<\/code>, compared/g)).toHaveLength(4)
  })

  it('says once why nothing was compared, and of which images it is true', () => {
    const first = { ...mainBranch, kind: 'none', reason: 'a first run' } as const
    const isNew = (name: string) => ({ ...oneOf(name), baseline: first, platforms: [platformWeight()] })
    expect(text(isNew('a'), isNew('b')).trim()).toBe('No baseline: a first run')
    expect(text(isNew('a'), oneOf('b')).trim()).toBe('No baseline: a first run (<code>a</code>)')
    const many = Array.from({ length: 14 }, (_, at) => isNew(`s${at}`))
    expect(text(...many, oneOf('b'))).toContain('<code>s9</code>, 4 more)')
  })
})
