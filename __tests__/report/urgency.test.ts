import { expect, it } from '@jest/globals'
import { hasGrowth, isOfSeveral, passesPlainly, urgencyOf } from '../../src/report/urgency.ts'
import { imageWeight, limitVerdict, weighIn } from './sample.ts'
import { oneOf, severalImages } from './many-images.ts'

it('urgencyOf orders what fails before what passes', () => {
  const verdict = (status: Parameters<typeof urgencyOf>[0]['status'], waived = false) =>
    urgencyOf({ ...imageWeight().budget, status, waived })
  const order = [verdict('unmeasured'), verdict('over'), verdict('over', true), verdict('within')]
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(new Set(order).size).toBe(4)
  expect(verdict('none')).toBe(verdict('within'))
})

it('passesPlainly is false as soon as there is something to say of a limit', () => {
  const { budget } = imageWeight()
  expect(passesPlainly(budget)).toBe(true)
  expect(passesPlainly({ ...budget, limits: [limitVerdict({ reason: 'a first run' })] })).toBe(false)
  expect(passesPlainly({ ...budget, status: 'over' })).toBe(false)
})

it('hasGrowth is true for more than noise, on any platform', () => {
  expect(hasGrowth(oneOf('api'))).toBe(false)
  expect(hasGrowth(oneOf('api', { grown: true, platforms: 2 }))).toBe(true)
  expect(hasGrowth(imageWeight())).toBe(false)
})

it('isOfSeveral counts what failed', () => {
  expect(isOfSeveral(weighIn())).toBe(false)
  expect(isOfSeveral(severalImages([oneOf('api')], []))).toBe(false)
  expect(isOfSeveral(severalImages([oneOf('api')]))).toBe(true)
  expect(isOfSeveral(severalImages([oneOf('api'), oneOf('web')], []))).toBe(true)
  const failed = [{ name: 'api', code: 'registry', message: 'denied.' }]
  expect(isOfSeveral(severalImages([oneOf('api')], failed))).toBe(false)
})
