import { expect, it } from '@jest/globals'
import { baseNote } from '../../src/init/base-note.ts'

it('baseNote names the input that keeps the image', () => {
  expect(baseNote('Dockerfile:3', 'FROM alpine')).toEqual({
    where: 'Dockerfile:3',
    what: 'FROM alpine',
    why: expect.stringMatching(/name it with base$/),
  })
})
