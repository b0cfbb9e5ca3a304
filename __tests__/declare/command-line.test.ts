import { expect, it } from '@jest/globals'
import { asks, splitCommandLine } from '../../src/declare/command-line.ts'

it('splitCommandLine tells flags from words, and values from what only follows', () => {
  const { flags, words } = splitCommandLine([
    'build',
    './a',
    '--budget',
    '3MB',
    '--push',
    'false',
    '-x',
    '--no-build',
    '--',
    '-y',
  ])
  expect(words).toEqual(['build', './a', '-y'])
  expect(flags.map(({ typed, value, detached }) => [typed, value, detached])).toEqual([
    ['--budget', '3MB', undefined],
    ['--push', undefined, 'false'],
    ['-x', undefined, undefined],
    ['--no-build', undefined, undefined],
  ])
})

it('asks for a flag by its long or its short name, and not with a value', () => {
  expect(asks(splitCommandLine(['-h']).flags, 'help')).toBe(true)
  expect(asks(splitCommandLine(['--help']).flags, 'help')).toBe(true)
  expect(asks(splitCommandLine(['--help=x']).flags, 'help')).toBe(false)
  expect(asks(splitCommandLine(['--json']).flags, 'help')).toBe(false)
})
