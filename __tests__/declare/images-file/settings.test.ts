import { expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/declare/inputs.ts'
import {
  displacedBy,
  OWN_SETTINGS,
  REFUSED_SETTINGS,
  SETTINGS,
} from '../../../src/declare/images-file/settings.ts'

it('has every input of a build, or says why not', () => {
  const names = SETTINGS.map(({ name }) => name)
  const rest = INPUTS.filter(({ name }) => !names.includes(name))
  expect(rest.filter(({ name, only }) => REFUSED_SETTINGS[name] === undefined && only === undefined)).toEqual(
    [],
  )
  // A new input that only the action has is of the run, or a secret.
  expect(SETTINGS.filter(({ only, secret }) => only !== undefined || secret === true)).toEqual([])
})

it('asks of each image what several cannot share', () => {
  expect(OWN_SETTINGS.filter(name => REFUSED_SETTINGS[name] !== undefined)).toEqual([])
})

it('displaces what contradicts a setting', () => {
  expect(displacedBy('binary', 'x')).toEqual(expect.arrayContaining(['main', 'go-version', 'ldflags']))
  expect(displacedBy('pack', 'off')).toEqual(['packer', 'upx-version', 'upx-args'])
  expect(displacedBy('packer', 'bantam')).toEqual(['upx-version', 'upx-args'])
  expect(displacedBy('packer', 'upx')).toEqual([])
  expect(displacedBy('pack', 'auto')).toEqual([])
  expect(displacedBy('user', '1')).toEqual([])
})
