import { expect, it } from '@jest/globals'
import { selectImages } from '../../../src/declare/images-file/select-images.ts'
import { sentencesOf } from '../../support/sentences.ts'

const images = ['api', 'web', 'mailer'].map(key => ({ key, at: { line: 1, column: 1 }, settings: [] }))

function select(only?: string) {
  const values = only === undefined ? {} : { only }
  const selected = selectImages({ surface: 'terminal', values, problems: [] }, images, 'bantam.yaml')
  return [selected.images.map(({ key }) => key), sentencesOf(selected.problems)]
}

it.each([
  [undefined, ['api', 'web', 'mailer']],
  ['web', ['web']],
  ['mailer,api', ['api', 'mailer']],
  ['web\nweb', ['web']],
  ['["web", "api"]', ['api', 'web']],
])('takes of %j: %j', (only, keys) => {
  expect(select(only)).toEqual([keys, []])
})

it('names what was meant, or what there is', () => {
  expect(select('wep')).toEqual([[], ['--only "wep" is not an image of bantam.yaml; did you mean "web"?']])
  expect(select('x,api')).toEqual([
    ['api'],
    ['--only "x" is not an image of bantam.yaml; it has api, web, mailer.'],
  ])
})
