import { expect, it } from '@jest/globals'
import { startClock } from '../../src/commands/clock.ts'

it('adds up what each stage took, in the order in which they ended', async () => {
  const clock = startClock()
  clock.add('pack', 1000.4)
  expect(await clock.time('compile', Promise.resolve('linked'))).toBe('linked')
  clock.add('pack', 500)
  expect(clock.ms('pack')).toBe(1500.4)
  expect(clock.ms('publish')).toBe(0)
  expect(clock.stages('svc', 'linux/amd64')).toEqual([
    { stage: 'pack', image: 'svc', platform: 'linux/amd64', ms: 1500 },
    { stage: 'compile', image: 'svc', platform: 'linux/amd64', ms: expect.any(Number) },
  ])
})

it('counts nothing of a stage that fails', async () => {
  const clock = startClock()
  await expect(clock.time('publish', Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(clock.stages('svc', 'linux/amd64')).toEqual([])
})
