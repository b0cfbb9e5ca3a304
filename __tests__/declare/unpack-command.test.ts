import { expect, it } from '@jest/globals'
import { parseCommandLine } from '../../src/declare/flags.ts'
import { declareUnpack } from '../../src/declare/unpack-command.ts'

function declared(...argv: readonly string[]) {
  const parsed = parseCommandLine(['unpack', ...argv])
  if (!parsed.ok) return parsed.problems.map(({ input }) => input)
  if (parsed.value.kind !== 'unpack') return parsed.value.kind
  const spec = declareUnpack(parsed.value, '/work')
  return spec.ok ? spec.value : spec.problems.map(({ input }) => input)
}

it('takes a file and where the linked binary goes', () => {
  expect(declared('server', '--output', 'out')).toEqual({ file: 'server', output: '/work/out' })
  expect(declared('server', '--output=/else/where', '--verbose')).toEqual({
    file: 'server',
    output: '/else/where',
  })
  expect(declared('server', '--help')).toBe('help')
})

it.each([
  { argv: [], problems: ['bantam unpack'] },
  { argv: ['one', 'two', '--output', 'x'], problems: ['bantam unpack'] },
  { argv: ['one'], problems: ['output'] },
  { argv: ['one', '--output', ''], problems: ['output'] },
  { argv: ['one', '--outptu', 'x'], problems: ['--outptu'] },
  { argv: ['one', '--output', 'x', '--json'], problems: ['--json'] },
  { argv: ['one', '--output', 'x', '--packer', 'bantam'], problems: ['--packer'] },
])('refuses $argv', ({ argv, problems }) => {
  expect(declared(...argv)).toEqual(problems)
})
