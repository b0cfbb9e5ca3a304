import { expect, it } from '@jest/globals'
import { imageGiven } from '../../../src/declare/images-file/image-given.ts'
import type { Setting } from '../../../src/declare/images-file/images-file.ts'
import type { Given } from '../../../src/declare/given.ts'
import type { InputName } from '../../../src/declare/inputs.ts'

const at = { line: 1, column: 1 }
const settings = (values: Given['values']): readonly Setting[] =>
  Object.entries(values).map(([name, text]) => ({ name: name as InputName, text, at, items: [] }))

function merged(given: Given['values'], defaults: Given['values'], image: Given['values']) {
  const entry = { key: 'api', at, settings: settings(image) }
  const file = { defaults: settings(defaults), images: [entry] }
  const from = { surface: 'terminal', values: given, problems: [] } as const
  return imageGiven(from, file, entry, { directory: '/top', cwd: '/top' })
}

it.each([
  ['the command line first', { user: '3' }, { user: '1' }, { user: '2' }, { user: '3' }],
  [
    'the image before the defaults',
    {},
    { user: '1', pack: 'off' },
    { user: '2' },
    { user: '2', pack: 'off' },
  ],
  [
    'no default that contradicts the image',
    {},
    { 'go-version': '1.26', cgo: 'static' },
    { binary: 'x' },
    { binary: 'x' },
  ],
  [
    'no setting that contradicts the command line',
    { pack: 'off' },
    { 'upx-args': '-9' },
    { 'upx-version': '4.2.4' },
    { pack: 'off' },
  ],
  ['a program instead of a command', {}, { cmd: 'x' }, { entrypoint: '/a' }, { entrypoint: '/a' }],
  ['a main instead of a binary', { main: './a' }, {}, { binary: 'x' }, { main: './a' }],
])('takes %s', (_, given, defaults, image, expected) => {
  expect(merged(given, defaults, image).given.values).toEqual({ 'working-directory': '.', ...expected })
})

it("says which values are the file's", () => {
  const { fromFile } = merged({ user: '3' }, { user: '1', pack: 'off' }, { tags: 'v1' })
  expect([...fromFile.keys()]).toEqual(['pack', 'tags'])
})

it('starts working directories at the file', () => {
  expect(
    merged({ 'working-directory': 'x' }, {}, { 'working-directory': 'services/web' }).given.values,
  ).toEqual({
    'working-directory': 'services/web',
  })
})
