import { expect, it } from '@jest/globals'
import { readsEnvironment } from '../../../src/declare/images-file/reads-environment.ts'

it.each(['{{.Env.X}}', '{{ . Env.X }}', '{{index .Env "X"}}', `{{."E"n'v'.X}}`, '{{.E\\nv.X}}'])(
  'readsEnvironment sees %j',
  text => {
    expect(readsEnvironment(text)).toBe(true)
  },
)

it.each(['{{.Version}}', 'main.Env=prod', '{{.Environment}}', ''])('readsEnvironment leaves %j', text => {
  expect(readsEnvironment(text)).toBe(false)
})
