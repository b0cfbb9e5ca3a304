import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatCapabilities, parseCapabilities } from '../../src/declare/capabilities.ts'

describe('parseCapabilities', () => {
  it('reads what it shows', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1 }),
        fc.constantFrom('p', 'i', 'ip', 'ep', 'ei', 'eip'),
        (numbers, flags) => {
          const sorted = numbers.toSorted((a, b) => a - b)
          const capabilities = {
            permitted: flags.includes('p') ? sorted : [],
            inheritable: flags.includes('i') ? sorted : [],
            effective: flags.includes('e'),
          }
          const text = formatCapabilities(capabilities)
          expect(parseCapabilities(text)).toEqual({ ok: true, value: capabilities })
        },
      ),
    )
  })
})

describe('formatCapabilities', () => {
  it('shows different sets, and a capability that has no name yet', () => {
    const capabilities = { permitted: [0, 10], inheritable: [10, 60], effective: false }
    expect(formatCapabilities(capabilities)).toBe('cap_net_bind_service=ip cap_chown=p cap_60=i')
  })
})
