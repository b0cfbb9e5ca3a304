import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readCommand, workflowCommand } from '../../src/host/workflow-command.ts'

it('writes a command as the runner reads it', () => {
  expect(
    workflowCommand({ name: 'error', message: '50%\r\nmore' }, { file: 'a:b,c', line: 3, col: undefined }),
  ).toBe('::error file=a%3Ab%2Cc,line=3::50%25%0D%0Amore\n')
})

it('reads back what it wrote, whatever the message', () => {
  fc.assert(
    fc.property(fc.string(), message => {
      expect(readCommand(workflowCommand({ name: 'warning', message }))).toEqual({ name: 'warning', message })
    }),
  )
})

it.each([
  'text\n',
  ' ::error::x\n',
  '::error::x\n::error::y\n',
  '::error::x',
  '::error::x\ny\n',
  '\n::error::x\n',
])('takes %j for no command of the toolkit', text => {
  expect(readCommand(text)).toBeNull()
})
