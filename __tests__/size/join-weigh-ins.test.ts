import { expect, it } from '@jest/globals'
import { joinWeighIns } from '../../src/size/join-weigh-ins.ts'
import { weighIn } from '../report/sample.ts'

it('joinWeighIns makes one weigh-in of all images and stages', () => {
  const [one, other] = [weighIn({ name: 'proxy' }), weighIn({ name: 'worker' }, { bantam: '0.2.0' })]
  expect(joinWeighIns([one])).toEqual(one)
  expect(joinWeighIns([one, other])).toEqual({
    ...one,
    images: [...one.images, ...other.images],
    stages: [...one.stages, ...other.stages],
  })
})
