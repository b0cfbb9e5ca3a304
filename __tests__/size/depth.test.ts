import { describe, expect, it } from '@jest/globals'
import { toDepth } from '../../src/size/depth.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'

const breakdown: Breakdown = {
  name: 'proxy',
  kind: 'binary',
  bytes: 10,
  children: [
    {
      name: 'example.com/x',
      kind: 'module',
      version: 'v1.0.0',
      bytes: 7,
      children: [
        {
          name: 'example.com/x',
          kind: 'package',
          bytes: 7,
          children: [{ name: 'F', kind: 'function', bytes: 7 }],
        },
      ],
    },
    { name: 'data', kind: 'data', bytes: 3, children: [{ name: '.data', kind: 'data', bytes: 3 }] },
  ],
}

describe('toDepth', () => {
  it('ends at packages, and keeps what is of none', () => {
    expect(toDepth(breakdown, 'package')).toEqual({
      ...breakdown,
      children: [
        {
          name: 'example.com/x',
          kind: 'module',
          version: 'v1.0.0',
          bytes: 7,
          children: [{ name: 'example.com/x', kind: 'package', bytes: 7 }],
        },
        breakdown.children?.[1],
      ],
    })
  })

  it('leaves functions where they are asked for', () => {
    expect(toDepth(breakdown, 'function')).toBe(breakdown)
  })
})
