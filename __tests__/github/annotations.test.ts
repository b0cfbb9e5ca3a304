import { describe, expect, it } from '@jest/globals'
import { annotationsOf } from '../../src/github/annotations.ts'
import { clause } from '../../src/clause.ts'
import { Failure, type Location } from '../../src/failure.ts'
import { inChild, source } from './in-child.ts'

function of(locations: readonly Location[], message = 'Compiling failed') {
  return annotationsOf(
    new Failure('compile', { what: clause`${message}` }, { locations }),
    '/checkout/svc',
    '/checkout',
  )
}

describe('annotationsOf', () => {
  it('gives the sentence, then each place from the root of the checkout', () => {
    const locations = [
      { file: './main.go', line: 3, column: 5, message: 'undefined: x' },
      { file: '../lib/lib.go', line: 7, message: 'unused' },
      { file: '/checkout/go.mod', message: 'bad' },
    ]
    expect(of(locations)).toEqual([
      { message: 'Compiling failed. [compile]' },
      {
        message: 'undefined: x',
        location: { file: 'svc/main.go', line: 3, column: 5, message: 'undefined: x' },
      },
      { message: 'unused', location: { file: 'lib/lib.go', line: 7, message: 'unused' } },
      { message: 'bad', location: { file: 'go.mod', message: 'bad' } },
    ])
  })

  it.each(['/usr/local/go/src/net/http/server.go', '../../elsewhere/a.go', '..'])(
    'tells a place outside the checkout in words: %s',
    file => {
      expect(of([{ file, line: 2, column: 1, message: 'bad' }])[1]).toEqual({ message: `${file}:2:1: bad` })
    },
  )

  it('takes a file whose name begins with dots for what it is', () => {
    expect(of([{ file: '/checkout/..a.go', message: 'bad' }])[1]?.location?.file).toBe('..a.go')
  })

  it('shows ten at most, and says how many more there are', () => {
    const locations = Array.from({ length: 12 }, (_, line) => ({
      file: 'a.go',
      line: line + 1,
      message: 'bad',
    }))
    expect(of(locations)).toHaveLength(10)
    expect(of(locations)[0]?.message).toBe('Compiling failed. [compile]\n3 more places are in the log.')
    expect(of(locations.slice(0, 10))[0]?.message).toBe(
      'Compiling failed. [compile]\n1 more place is in the log.',
    )
    expect(of(locations.slice(0, 9))[0]?.message).toBe('Compiling failed. [compile]')
  })

  it('cuts at 4096 characters, between characters', () => {
    const long = '😀'.repeat(4_000)
    const locations = Array.from({ length: 12 }, () => ({ file: 'a.go', message: long }))
    for (const { message } of of(locations, long)) {
      expect(message.length).toBeLessThanOrEqual(4_096)
      expect(message.isWellFormed()).toBe(true)
      expect(message).toContain('…')
    }
    expect(of(locations, long)[0]?.message).toMatch(/…\n3 more places are in the log\.$/)
  })
})

describe('annotate', () => {
  it('speaks the way the runner reads it', async () => {
    const { stdout } = await inChild(
      `
        import { annotate } from '${source('github/annotations.ts')}'
        import { clause } from '${source('clause.ts')}'
        import { Failure } from '${source('failure.ts')}'
        import { runnerHost } from '${source('host/runner.ts')}'
        const host = runnerHost(process.env, '/checkout/svc')
        const locations = [{ file: 'main.go', line: 3, column: 5, message: 'undefined: x\\nsecond line' }]
        annotate(host, new Failure('compile', { what: clause\`compiling failed\` }, { locations }))
      `,
      { GITHUB_WORKSPACE: '/checkout' },
    )
    expect(stdout).toBe(
      '::error::Compiling failed. [compile]\n::error file=svc/main.go,line=3,col=5::undefined: x%0Asecond line\n',
    )
  })
})
