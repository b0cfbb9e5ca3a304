import { describe, expect, it } from '@jest/globals'
import { unsafeReason } from '../../src/init/safe-value.ts'

describe('unsafeReason', () => {
  it.each([
    ['env', 'A=1'],
    ['env', 'A={{.Version}}: # "x"'],
    ['ldflags', '-X main.v={{.Version}}'],
    ['expose', '80'],
    ['labels', 'a=ü'],
    ['env', `A=${'x'.repeat(998)}`],
  ] as const)('lets %s %s pass', (name, line) => {
    expect(unsafeReason(name, line)).toBeNull()
  })

  it.each([
    ['env', 'A=${{ secrets.X }}', 'expression'],
    ['env', 'A=a\u0085b', 'cannot be seen'],
    ['env', 'A=a\tb', 'cannot be seen'],
    ['env', 'A=\u202e', 'cannot be seen'],
    ['env', 'A=\ud800', 'cannot be seen'],
    ['env', ' A=1', 'blank'],
    ['env', 'A=1 ', 'blank'],
    ['env', '', 'blank'],
    ['env', `A=${'x'.repeat(1000)}`, 'too long'],
    ['files', '#a:/a', 'comment'],
    ['args', '- x', 'list'],
    ['args', '["x"]', 'list'],
    ['labels', 'a={{.Env.TOKEN}}', 'template'],
    ['files', '{{.Os}}:/a', 'list|template'],
    ['files', 'a{{.Os}}:/a', 'template'],
    ['labels', '::error::x=1', 'runner'],
    ['labels', '\u0301::error::x=1', 'runner'],
    ['labels', 'a=##[error]x', 'runner'],
  ] as const)('refuses %s %j: %s', (name, line, why) => {
    expect(unsafeReason(name, line)).toMatch(new RegExp(why))
  })
})
