import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isWithin, parseSubnet } from '../../src/host/subnet.ts'

describe('parseSubnet', () => {
  it.each([
    { text: '10.0.0.0/8', subnet: ['10.0.0.0', 8, 'ipv4'] },
    { text: '10.1.2.3', subnet: ['10.1.2.3', 32, 'ipv4'] },
    { text: 'fd00::/8', subnet: ['fd00::', 8, 'ipv6'] },
    { text: '[fd00::1]', subnet: ['fd00::1', 128, 'ipv6'] },
    { text: '0.0.0.0/0', subnet: ['0.0.0.0', 0, 'ipv4'] },
    { text: '10.0.0.0/33', subnet: null },
    { text: '10.0.0.0/', subnet: null },
    { text: '10.0.0.0/-1', subnet: null },
    { text: '10.0.0/8', subnet: null },
    { text: 'host/8', subnet: null },
    { text: '', subnet: null },
  ])('reads $text', ({ text, subnet }) => expect(parseSubnet(text)).toEqual(subnet))

  it('holds its own address, whatever its length', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, bits) => {
        const subnet = parseSubnet(`${address}/${bits}`)
        return subnet !== null && isWithin([subnet], address)
      }),
    )
  })
})

describe('isWithin', () => {
  const within = (text: string, host: string) => isWithin([parseSubnet(text)!], host)
  it('goes by the bits, with and without brackets', () => {
    expect(within('10.0.0.0/8', '10.255.0.1')).toBe(true)
    expect(within('10.0.0.0/8', '11.0.0.1')).toBe(false)
    expect(within('fd00::/8', '[fd12::1]')).toBe(true)
    expect(within('fd00::/8', 'fe00::1')).toBe(false)
    expect(within('10.0.0.0/8', '[::ffff:10.0.0.1]')).toBe(true)
  })
  it('is false of a name', () => expect(within('0.0.0.0/0', 'host.example')).toBe(false))
})
