import { expect, it } from '@jest/globals'
import { INPUTS } from '../../src/declare/inputs.ts'
import { IDENTITY, unnamed } from '../../src/init/unnamed.ts'

it('says of which image the program cannot be named', () => {
  expect(unnamed('api')).toMatchObject({
    where: 'api',
    why: expect.stringContaining('add the image yourself'),
  })
})

it('names inputs', () => {
  expect(INPUTS.map(({ name }) => name)).toEqual(expect.arrayContaining([...IDENTITY]))
})
