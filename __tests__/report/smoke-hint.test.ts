import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { smokeHint } from '../../src/report/smoke-hint.ts'
import { reasonWords } from '../support/sentences.ts'

const ALL = { certificates: true, timezones: true, exec: true, users: true, temp: true }
const NONE = { certificates: false, timezones: false, exec: false, users: false, temp: false }

function words(hint: ReturnType<typeof smokeHint>): string {
  return hint === null ? '' : reasonWords(hint)
}

describe('the hint of a smoke test that failed', () => {
  it.each([
    ['2026/11/27 exec: "sh": executable file not found in $PATH', /starts the program sh, .* files$/],
    ['fork/exec /usr/bin/git: no such file or directory', /starts the program \/usr\/bin\/git/],
    ['panic: user: unknown user www-data', /user or group www-data, which the image does not have.*accounts/],
    ['user: unknown userid 1000', /user or group 1000/],
    ['user: lookup userid 1000: no such file or directory', /user or group 1000/],
    ['user: unknown group staff', /user or group staff/],
    ['unknown time zone Europe/Berlin', /time zone Europe\/Berlin; set timezones: all/],
    [
      'tls: failed to verify certificate: x509: certificate signed by unknown authority',
      /extra-certificates/,
    ],
  ])('%s', (output, says) => {
    expect(words(smokeHint(`starting\n${output}\n`, [ALL]))).toMatch(says)
  })

  it('says nothing of what no binary can reach', () => {
    expect(smokeHint('exec: "sh": executable file not found in $PATH', [NONE])).toBeNull()
    expect(smokeHint('user: unknown user a', [NONE])).toBeNull()
  })

  it('believes the words if one binary could not be read', () => {
    expect(words(smokeHint('exec: "sh": executable file not found in $PATH', [NONE, null]))).toContain('sh')
  })

  it('has nothing to say of other output', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), output => smokeHint(output, [ALL]) === null),
      { examples: [['exit 1'], ['listen tcp :80: bind: permission denied']] },
    )
  })
})
