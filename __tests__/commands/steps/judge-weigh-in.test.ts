import { describe, expect, it } from '@jest/globals'
import { judgeWeighIn } from '../../../src/commands/steps/judge-weigh-in.ts'
import { Failure } from '../../../src/failure.ts'
import { platformWeight, weighIn } from '../../report/sample.ts'
import { testHost } from '../../support/host.ts'

const amd64 = platformWeight()
const arm64 = platformWeight({ platform: 'linux/arm64' })
const windows = platformWeight({ platform: 'windows/amd64' })

function judged(text: string | null, platforms = [amd64, arm64]) {
  const { weighIn: said, gate } = judgeWeighIn(testHost(), weighIn({ platforms }), text)
  const { status, limits } = said.images[0]!.budget
  return { pass: gate.pass, status, limits: limits.map(one => [one.subject.kind, one.platform, one.status]) }
}

describe('judgeWeighIn', () => {
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
    expect(() => judged(text)).toThrow(Failure)
    expect(() => judged(text)).toThrow(says)
  })

  it('passes without a budget', () => {
    expect(judged(null)).toEqual({ pass: true, status: 'none', limits: [] })
  })
})
