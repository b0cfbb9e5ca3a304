import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseHealthcheck } from '../../src/declare/healthcheck.ts'

describe('parseHealthcheck', () => {
  it.each([
    ['NONE', { kind: 'none' }],
    ['none', { kind: 'none' }],
    ['["NONE"]', { kind: 'none' }],
    ['CMD /mailpit readyz', { kind: 'command', words: ['/mailpit', 'readyz'] }],
    ['CMD ["/mailpit", "readyz"]', { kind: 'command', words: ['/mailpit', 'readyz'] }],
    ['["CMD", "/api", "a b"]', { kind: 'command', words: ['/api', 'a b'] }],
    ['- CMD\n- /api', { kind: 'command', words: ['/api'] }],
    [`CMD /api 'a b'`, { kind: 'command', words: ['/api', 'a b'] }],
    [
      '--interval=15s --timeout=3s --start-period=10s --start-interval=1s --retries=5 \\\n  CMD ["/mailpit", "readyz"]',
      {
        kind: 'command',
        words: ['/mailpit', 'readyz'],
        interval: 15e9,
        timeout: 3e9,
        startPeriod: 10e9,
        startInterval: 1e9,
        retries: 5,
      },
    ],
    [
      '# of the service\n--retries=2\nCMD /api\nhealth',
      { kind: 'command', words: ['/api', 'health'], retries: 2 },
    ],
    [
      'CMD /api --url=http://127.0.0.1:8080/healthz?a=1&b=2',
      { kind: 'command', words: ['/api', '--url=http://127.0.0.1:8080/healthz?a=1&b=2'] },
    ],
  ])('%s', (text, value) => {
    expect(parseHealthcheck(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['HEALTHCHECK CMD /api', 'begins with HEALTHCHECK'],
    ['CMD-SHELL curl localhost', 'asks for a shell'],
    ['["CMD-SHELL", "curl localhost"]', 'asks for a shell'],
    ['CMD curl -f http://localhost/ || exit 1', 'has ||'],
    ['CMD /api && true', 'has &&'],
    ['CMD /api | grep ok', 'has |'],
    ['CMD /api > /dev/null', 'has >'],
    ['CMD /api $PORT', 'has $P'],
    ['CMD /api; true', 'has ;'],
    ['/api health', 'write CMD /api health'],
    ['["/api", "health"]', 'write CMD /api health'],
    ['cmd /api', 'does not begin with CMD'],
    ['NONE /api', 'write NONE alone'],
    ['CMD', 'no program'],
    ['CMD ""', 'no program'],
    ['["CMD"]', 'no program'],
    ['--interval=5s', 'no command behind its flags'],
    ['--intervall=5s CMD /api', 'did you mean "--interval"?'],
    ['--interval 5s CMD /api', 'write --interval=30s'],
    ['--retries CMD /api', 'write --retries=3'],
    ['--interval=5 CMD /api', 'write 5s'],
    ['--interval=0s CMD /api', 'shorter than 1ms'],
    ['--retries=0 CMD /api', 'from 1 on'],
    ['--retries=3 --retries=4 CMD /api', 'twice'],
    [`CMD /api 'x`, 'never closed'],
    ['CMD ["/api"', 'never closed'],
  ])('refuses %s', (text, because) => {
    expect(parseHealthcheck(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and always names a program', () => {
    const likely = fc
      .array(
        fc.constantFrom(
          'CMD',
          'NONE',
          ' ',
          '--interval=',
          '5s',
          '--retries=3',
          '/api',
          '[',
          ']',
          '"',
          ',',
          '\n',
          '|',
        ),
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), text => {
        const read = parseHealthcheck(text)
        if (read.ok && read.value.kind === 'command') expect(read.value.words[0]).not.toBe('')
      }),
    )
  })
})
