import { expect, it } from '@jest/globals'
import { matrixOf } from '../../src/plan/matrix.ts'
import { plan } from './sample.ts'

const [IMAGE] = plan().images

it('has a job on a native runner for each platform', () => {
  expect(matrixOf(plan(), {})).toEqual({
    include: [
      { image: '', platform: 'linux/amd64', runner: 'ubuntu-24.04', id: 'linux-amd64' },
      { image: '', platform: 'linux/arm64', runner: 'ubuntu-24.04-arm', id: 'linux-arm64' },
    ],
  })
})

it('takes the runners that the user names, and the usual one for what has none', () => {
  const platforms = ['linux/arm/v7', 'linux/arm64/v9', 'linux/s390x'] as const
  const images = [{ ...IMAGE, key: 'api', platforms }] as const
  expect(matrixOf({ images }, { 'linux/s390x': 'z' }).include).toEqual([
    { image: 'api', platform: 'linux/arm/v7', runner: 'ubuntu-24.04', id: 'api-linux-arm-v7' },
    { image: 'api', platform: 'linux/arm64/v9', runner: 'ubuntu-24.04-arm', id: 'api-linux-arm64-v9' },
    { image: 'api', platform: 'linux/s390x', runner: 'z', id: 'api-linux-s390x' },
  ])
})
