import { expect, it } from '@jest/globals'
import { lacks } from '../../src/report/lacks.ts'

const NOTHING = { certificates: false, timezones: false, exec: false, users: false, temp: false }

it.each([
  { name: 'what cannot be read', needs: null },
  { name: 'what the image has', needs: { ...NOTHING, certificates: true, timezones: true, temp: true } },
])('says nothing of $name', ({ needs }) => expect(lacks(needs)).toBeNull())

it('names programs and users in one clause', () => {
  expect(lacks({ ...NOTHING, exec: true })).toBe(
    'can use other programs (os/exec), which the image has only if files adds them',
  )
  expect(lacks({ ...NOTHING, exec: true, users: true })).toMatch(
    /\(os\/exec\) and users .* \(os\/user\), which the image has only if files and accounts add them$/,
  )
  expect(lacks({ ...NOTHING, users: true })).toMatch(/only if accounts adds them$/)
})
