import { describe, expect, it } from '@jest/globals'
import { breakdownLines } from '../../src/report/breakdown-lines.ts'
import { platformWeight, proxyTree } from './sample.ts'

describe('breakdownLines', () => {
  it('shows the largest of each level, and the others together', () => {
    expect(breakdownLines(proxyTree, { depth: 2, count: 3 }).join('\n')).toBe(`\
   6.32 MB  100 %  proxy
   4.00 MB   63 %    standard library
   1.80 MB   28 %      net/http
   1.20 MB   19 %      crypto/tls
   1.00 MB   16 %      runtime
    900 kB   14 %    golang.org/x/net v0.30.0
    700 kB   11 %      golang.org/x/net/http2
    200 kB    3 %      golang.org/x/net/http2/hpack
    700 kB   11 %    type descriptors
    716 kB   11 %    5 others`)
  })

  it('goes no deeper than asked, and has no share of what rounds to none', () => {
    expect(breakdownLines(proxyTree, { depth: 0, count: 3 })).toHaveLength(1)
    expect(breakdownLines(platformWeight().breakdown, { depth: 1, count: 9 }).at(-1)).toBe(
      '      27 B           /etc/group',
    )
  })

  it('lets no name move the cursor', () => {
    const hostile = { name: 'a\u001B[2J\nb', kind: 'file', bytes: 1 } as const
    expect(breakdownLines(hostile, { depth: 1, count: 1 })).toEqual(['       1 B  100 %  a [2J b'])
  })
})
