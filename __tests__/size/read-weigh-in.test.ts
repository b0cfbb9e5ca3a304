import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import { grown, mainBranch, overBudget, weighIn } from '../report/sample.ts'

const WEIGH_IN = {
  schemaVersion: 2,
  bantam: '0.1.0',
  revision: null,
  stages: [{ stage: 'compile', image: 'proxy', platform: 'linux/amd64', ms: 12 }],
  images: [
    {
      name: 'proxy',
      references: [],
      digest: `sha256:${'0'.repeat(64)}`,
      published: false,
      budget: { status: 'none', waived: false, limits: [], dropped: [] },
      baseline: null,
      platforms: [
        {
          platform: 'linux/amd64',
          digest: `sha256:${'0'.repeat(64)}`,
          sizes: { imageSize: 10, downloadSize: null },
          settings: {
            go: 'go1.26.8',
            goSource: null,
            packer: null,
            ldflags: null,
            buildTags: null,
            buildFlags: null,
            cgo: 'off',
            certificates: null,
            timezones: null,
            layerCompression: null,
          },
          binaries: [],
          layers: [],
          breakdown: {
            name: 'image',
            kind: 'image',
            bytes: 10,
            children: [{ name: '/a', kind: 'file', bytes: 10 }],
          },
          growth: null,
          smokeTest: { status: 'not asked', seen: [] },
        },
      ],
    },
  ],
}

const text = JSON.stringify(WEIGH_IN)

describe('readWeighIn', () => {
  it('gives back what was written', () => {
    expect(readWeighIn(JSON.parse(text))).toEqual({ ok: true, value: WEIGH_IN })
  })

  it('reads the weigh-ins that builds write', () => {
    const baseline = { ...mainBranch, startsFrom: 'f'.repeat(40) }
    for (const sample of [weighIn(), weighIn(overBudget), weighIn(grown), weighIn({ baseline })]) {
      const json: unknown = JSON.parse(JSON.stringify(sample))
      expect(readWeighIn(json)).toEqual({ ok: true, value: json })
    }
  })

  it.each([
    {
      name: 'a newer version',
      from: '"schemaVersion":2',
      to: '"schemaVersion":3',
      says: /^was written by Bantam 0\.1\.0 with schemaVersion 3, and this Bantam reads 2: .*newer/,
    },
    {
      name: 'an older version',
      from: '"schemaVersion":2',
      to: '"schemaVersion":1',
      says: /^was written by Bantam 0\.1\.0 with schemaVersion 1, and this Bantam reads 2: .*again$/,
    },
    {
      name: 'a version in words',
      from: '"schemaVersion":2',
      to: '"schemaVersion":"2"',
      says: /schemaVersion/,
    },
    { name: 'a size that is none', from: '"imageSize":10', to: '"imageSize":-1', says: /imageSize/ },
    { name: 'a size beyond all', from: '"imageSize":10', to: '"imageSize":1e300', says: /imageSize/ },
    { name: 'a sum that is wrong', from: '"bytes":10}', to: '"bytes":9}', says: /breakdown/ },
    { name: 'an unknown kind', from: '"kind":"file"', to: '"kind":"virus"', says: /kind/ },
    { name: 'a broken digest', from: 'sha256:0', to: 'sha256:x', says: /digest/ },
    { name: 'an unknown status', from: '"status":"none"', to: '"status":"fine"', says: /status/ },
    { name: 'no platforms', from: '"platforms":[{', to: '"platform":[{', says: /platforms/ },
    {
      name: 'a platform that is none',
      from: '"platform":"linux/amd64","digest"',
      to: '"platform":"<b>","digest"',
      says: /platform/,
    },
  ])('refuses $name in one sentence', ({ from, to, says }) => {
    expect(text).toContain(from)
    const read = readWeighIn(JSON.parse(text.replace(from, to)))
    expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(says) })
    expect(read).not.toMatchObject({ problem: expect.stringContaining('\n') })
  })

  it('says what to do with the form that it had before limits were values', () => {
    const limit = { metric: 'image', bound: '3 MB' }
    const old = text.replace(
      '"waived":false,"limits":[]',
      `"allowed":false,"limits":[${JSON.stringify(limit)}]`,
    )
    expect(old).toContain('"metric":"image"')
    expect(readWeighIn(JSON.parse(old))).toEqual({
      ok: false,
      problem:
        'is not what schema/weigh-in.json has in images.0.budget.waived; if another version of Bantam wrote it, weigh the image itself again',
    })
  })

  it.each([
    { name: 'a subject that is no metric', subject: { kind: 'weight' }, bound: { kind: 'size', amount: 1 } },
    { name: 'a module without a path', subject: { kind: 'module' }, bound: { kind: 'size', amount: 1 } },
    { name: 'half a byte', subject: { kind: 'image' }, bound: { kind: 'growth', amount: 0.5 } },
    { name: 'less than nothing', subject: { kind: 'image' }, bound: { kind: 'growth percent', percent: -1 } },
  ])('refuses a limit with $name', ({ subject, bound }) => {
    const dropped = JSON.stringify([{ subject, bound }])
    const read = readWeighIn(JSON.parse(text.replace('"dropped":[]', `"dropped":${dropped}`)))
    expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(/budget\.dropped\.0\./) })
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), value => !readWeighIn(value).ok))
  })
})
