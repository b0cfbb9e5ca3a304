import { expect, it } from '@jest/globals'
import { isSame } from '../../src/verify/verification.ts'
import { DIFFERENT, platformSample, verificationSample } from '../report/verify-sample.ts'

it('is the same where each platform is', () => {
  expect(isSame(verificationSample([platformSample(), platformSample()]))).toBe(true)
  expect(isSame(verificationSample([platformSample(), DIFFERENT]))).toBe(false)
})
