import { expect, it } from '@jest/globals'
import { lacks } from '../../src/report/lacks.ts'

const NOTHING = { certificates: false, timezones: false, exec: false, users: false, temp: false }

it.each([
  { name: 'nothing that is known', needs: null, told: [] },
  {
    name: 'what the image has',
    needs: { ...NOTHING, certificates: true, timezones: true, temp: true },
    told: [],
  },
  {
    name: 'programs',
    needs: { ...NOTHING, exec: true },
    told: [/api can start other programs \(os\/exec\)/],
  },
  {
    name: 'programs and users',
    needs: { ...NOTHING, exec: true, users: true },
    told: [/os\/exec/, /os\/user/],
  },
])('tells of $name', ({ needs, told }) => {
  const sentences = lacks('api', needs)
  expect(sentences).toHaveLength(told.length)
  for (const [index, wanted] of told.entries()) expect(sentences[index]).toMatch(wanted)
})
