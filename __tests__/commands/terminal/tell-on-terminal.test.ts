import { describe, expect, it } from '@jest/globals'
import { clause } from '../../../src/clause.ts'
import { tellOnTerminal } from '../../../src/commands/terminal/tell-on-terminal.ts'
import { input } from '../../../src/declare/input-part.ts'
import { Failure } from '../../../src/failure.ts'
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

  it('writes a defect too', () => {
    expect(JSON.parse(tell(true, new Error('oops')).written)).toMatchObject({ failure: { code: 'defect' } })
  })
})
