import { describe, expect, it } from '@jest/globals'
import { idOf, imageName, planOf } from '../../src/plan/plan.ts'
import { COMMIT } from '../declare/surroundings.ts'
import { CWD, plan, specOf } from './sample.ts'

describe('planOf', () => {
  it('has what the runs must agree on, and what the merge needs', () => {
    expect(plan()).toMatchObject({
      schemaVersion: 1,
      revision: COMMIT,
      images: [
        {
          key: null,
          platforms: ['linux/amd64', 'linux/arm64'],
          push: true,
          references: ['registry.example/o/proxy:v1', 'registry.example/o/proxy:latest'],
          budget: {
            kind: 'limits',
            limits: [
              { subject: { kind: 'image' }, bound: { kind: 'size', amount: 3_000_000 }, platform: null },
            ],
          },
          onOverBudget: 'fail',
          index: { annotations: expect.objectContaining({}), descriptors: [{}, {}] },
        },
      ],
    })
  })

  it('has the annotations of the index and of each descriptor', () => {
    const annotations = 'index:a=1\nmanifest-descriptor[linux/arm64]:b=2'
    const [image] = plan({ annotations }).images
    expect(image.index.annotations).toMatchObject({ a: '1' })
    expect(image.index.descriptors).toEqual([{}, { b: '2' }])
  })

  it('has an id that is the same on every machine, and another for anything else', () => {
    const ids = [
      plan(),
      plan({ platforms: 'linux/amd64' }),
      plan({ platforms: 'linux/arm64,linux/amd64' }),
      plan({ budget: '2MB' }),
      plan({ 'on-over-budget': 'warn' }),
      plan({ tags: 'v2' }),
      plan({ push: 'false' }),
      plan({ main: './cmd=proxy' }),
      plan({ ldflags: '-X main.version=1' }),
      plan({ annotations: 'index:a=1' }),
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(plan().id).toBe(ids[0])
    expect(idOf(plan())).toBe(ids[0])
  })

  it('has every image of several', () => {
    const images = [
      { key: 'api', spec: specOf() },
      { key: 'web', spec: specOf({ platforms: 'linux/amd64' }) },
    ] as const
    expect(planOf(images, CWD).images.map(image => [imageName(image), image.platforms])).toEqual([
      ['api', ['linux/amd64', 'linux/arm64']],
      ['web', ['linux/amd64']],
    ])
    expect(imageName({ key: null })).toBe('the image')
  })
})
