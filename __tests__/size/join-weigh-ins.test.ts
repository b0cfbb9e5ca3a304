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

it('joinWeighIns keeps what failed, and what one file of images was asked for', () => {
  const asked = (file: string, ...images: readonly string[]) => ({ asked: { file, images } })
  const failed = [{ name: 'job', code: 'compile', message: 'It failed.' }]
  const one = weighIn({ name: 'api' }, { ...asked('bantam.yaml', 'api', 'job'), failed })
  const other = weighIn({ name: 'web' }, asked('bantam.yaml', 'web', 'api'))
  expect(joinWeighIns([one, other])).toMatchObject({ ...asked('bantam.yaml', 'api', 'job', 'web'), failed })
  for (const more of [weighIn({ name: 'web' }), weighIn({ name: 'web' }, asked('other.yaml', 'web'))])
    expect(joinWeighIns([one, more])).not.toHaveProperty('asked')
  expect(joinWeighIns([other])).not.toHaveProperty('failed')
})
