import { expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { machine } from '../../src/host/machine.ts'

it('is named as Go names it', () => {
  expect(machine()).toBe(execFileSync('go', ['env', 'GOHOSTARCH'], { encoding: 'utf8' }).trim())
})
