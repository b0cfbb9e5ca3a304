import { describe, expect, it } from '@jest/globals'
import { judgeWeighIn } from '../../../../src/commands/steps/weigh/judge-weigh-in.ts'
import { overBudget, platformWeight, weighIn } from '../../../report/sample.ts'
import { testHost } from '../../../support/host.ts'
import { aFailure } from '../../../support/a-failure.ts'

const judge = (text: string | null, image: Parameters<typeof weighIn>[0] = {}) =>
  judgeWeighIn(testHost(), weighIn(image), text)

describe('judgeWeighIn', () => {
  it.each([
    ['image: 3MB', 'within', true],
    ['image: 2MB', 'over', false],
    ['module golang.org/x/net: 900kB', 'within', true],
    ['image: 3MB\npackage net/http: 1MB', 'over', false],
    ['image: +0', 'unmeasured', false],
    ['image@linux/amd64: 2MB', 'over', false],
  ])('of %j is %s', (text, status, pass) => {
    const { weighIn: judged, gate } = judge(text)
    expect(judged.images[0]?.budget.status).toBe(status)
    expect(gate.pass).toBe(pass)
  })

  it('does not go by what an earlier run was held against', () => {
    const { weighIn: judged, gate } = judge(null, overBudget)
    expect(judged.images[0]?.budget).toMatchObject({ status: 'none', limits: [] })
    expect(gate.pass).toBe(true)
  })

  it('holds each platform against its own limits, and the worst counts', () => {
    const platforms = [platformWeight(), platformWeight({ platform: 'linux/arm64' })]
    const { weighIn: judged } = judge('image@linux/amd64: 3MB\nimage@linux/arm64: 2MB', { platforms })
    expect(judged.images[0]?.budget).toMatchObject({
      status: 'over',
      limits: [
        { platform: 'linux/amd64', status: 'within' },
        { platform: 'linux/arm64', status: 'over' },
      ],
    })
  })

  it.each(['image: 3XB', 'module example.com/nowhere: 1kB', 'package nowhere: 1kB'])('refuses %j', text => {
    expect(() => judge(text)).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })

  it('leaves a limit unmeasured where a program was not read', () => {
    const otherPrograms = [{ path: '/x', bytes: 1, unread: 'it is damaged' }]
    const { weighIn: judged } = judge('module example.com/nowhere: 1kB', {
      platforms: [platformWeight({ otherPrograms })],
    })
    expect(judged.images[0]?.budget.status).toBe('unmeasured')
  })
})

const amd64 = platformWeight()
const arm64 = platformWeight({ platform: 'linux/arm64' })
const windows = platformWeight({ platform: 'windows/amd64' })

function judged(text: string | null, platforms = [amd64, arm64]) {
  const { weighIn: said, gate } = judgeWeighIn(testHost(), weighIn({ platforms }), text)
  const { status, limits } = said.images[0]!.budget
  return { pass: gate.pass, status, limits: limits.map(one => [one.subject.kind, one.platform, one.status]) }
}

describe('judgeWeighIn, of several platforms', () => {
  it('holds every platform against a limit for all of them, and each against its own', () => {
    expect(judged('download: 3MB, image@linux/amd64: 3MB, image@linux/arm64: 2MB')).toEqual({
      pass: false,
      status: 'over',
      limits: [
        ['download', 'linux/amd64', 'within'],
        ['image', 'linux/amd64', 'within'],
        ['download', 'linux/arm64', 'within'],
        ['image', 'linux/arm64', 'over'],
      ],
    })
  })

  it('holds a platform against nothing where all limits are for another', () => {
    expect(judged('image@linux/arm64: 3MB')).toEqual({
      pass: true,
      status: 'within',
      limits: [['image', 'linux/arm64', 'within']],
    })
  })

  it('takes an image for a platform that Bantam does not build for', () => {
    expect(judged('3MB', [windows])).toMatchObject({ pass: true, status: 'within' })
  })

  it.each([
    { text: 'image@linux/riscv64: 3MB', says: /linux\/riscv64.*linux\/amd64 and linux\/arm64/ },
    { text: 'image: 3MB, image@linux/arm64: 4MB', says: /second limit of image/ },
    { text: 'module example.com/none: 1MB', says: /module that is not in/ },
  ])('refuses $text', ({ text, says }) => {
    expect(() => judged(text)).toThrow(aFailure('bad-input', { fields: { input: 'budget' }, what: says }))
  })

  it('passes without a budget', () => {
    expect(judged(null)).toEqual({ pass: true, status: 'none', limits: [] })
  })
})
