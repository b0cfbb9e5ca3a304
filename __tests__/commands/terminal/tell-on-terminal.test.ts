import { describe, expect, it } from '@jest/globals'
import { clause } from '../../../src/clause.ts'
import { tellOnTerminal } from '../../../src/commands/terminal/tell-on-terminal.ts'
import { input } from '../../../src/declare/input-part.ts'
import { Failure } from '../../../src/failure.ts'
import { type Terminal, terminalLog } from '../../../src/host/terminal.ts'
import { testHost } from '../../support/host.ts'

function tell(json: boolean, error: unknown) {
  const { log } = testHost()
  const written: string[] = []
  const stdout = { write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream
  tellOnTerminal({ stdout }, log, { json }, error)
  return { lines: log.lines, written: written.join('') }
}

describe('tellOnTerminal', () => {
  const failure = new Failure(
    'compile',
    { what: clause`compiling . failed`, fix: clause`set ${input('cgo', 'static')}` },
    { output: 'what go said\n' },
  )

  it('shows the sentence with its code, and the output below it', () => {
    const { lines, written } = tell(false, failure)
    expect(lines.filter(line => !line.startsWith('debug:'))).toEqual([
      'error: Compiling . failed; set --cgo static. [compile]',
      expect.stringContaining('what go said'),
    ])
    expect(written).toBe('')
  })

  it('writes the same as JSON to stdout for a script', () => {
    expect(JSON.parse(tell(true, failure).written)).toMatchObject({
      failure: { code: 'compile', output: 'what go said\n' },
    })
  })

  it('hides secrets in the JSON, also those that JSON writes in another way', () => {
    const secret = 'hun"ter\\2'
    const terminal = { env: {}, stderr: { write: () => true } } as unknown as Terminal
    const log = terminalLog(terminal, { verbose: false, json: true })
    log.secret(secret)
    const written: string[] = []
    const stdout = { write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WriteStream
    const leaky = new Failure(
      'compile',
      { what: clause`compiling ${secret} failed` },
      { output: `the password is ${secret}\n`, fields: { value: secret } },
    )
    tellOnTerminal({ stdout }, log, { json: true }, leaky)
    expect(JSON.parse(written.join(''))).toMatchObject({
      failure: { what: 'compiling *** failed', output: 'the password is ***\n', fields: { value: '***' } },
    })
    expect(written.join('')).not.toContain('ter')
  })

  it('writes a defect too', () => {
    expect(JSON.parse(tell(true, new Error('oops')).written)).toMatchObject({ failure: { code: 'defect' } })
  })
})
