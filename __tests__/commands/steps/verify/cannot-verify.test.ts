import { expect, it } from '@jest/globals'
import { clause } from '../../../../src/clause.ts'
import { cannotVerify } from '../../../../src/commands/steps/verify/cannot-verify.ts'

it('says of which image, why and what to do', () => {
  const failure = cannotVerify('x:v1', clause`it is a book`, { fix: clause`name an image` })
  expect(failure).toMatchObject({ code: 'bad-input', fields: { thing: 'x:v1' } })
  expect(failure.message).toBe('x:v1 cannot be verified: it is a book; name an image.')
})
