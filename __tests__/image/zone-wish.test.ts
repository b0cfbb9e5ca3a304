import { expect, it } from '@jest/globals'
import { readZoneWish } from '../../src/image/zones.ts'

it.each([
  ['', { kind: 'nothing' }],
  ['UTC', { kind: 'nothing' }],
  [':UTC', { kind: 'nothing' }],
  ['Europe/Berlin', { kind: 'zone', name: 'Europe/Berlin' }],
  [':Europe/Berlin', { kind: 'zone', name: 'Europe/Berlin' }],
  ['/usr/share/zoneinfo/Europe/Berlin', { kind: 'zone', name: 'Europe/Berlin' }],
  ['Etc/GMT+3', { kind: 'zone', name: 'Etc/GMT+3' }],
  ['EST5EDT', { kind: 'zone or rule', name: 'EST5EDT' }],
  ['CET-1CEST,M3.5.0,M10.5.0/3', { kind: 'zone or rule', name: 'CET-1CEST,M3.5.0,M10.5.0/3' }],
  ['<+03>-3', { kind: 'zone or rule', name: '<+03>-3' }],
  ['/etc/zone', { kind: 'file', path: '/etc/zone' }],
])('TZ=%s asks for %j', (tz, wish) => {
  expect(readZoneWish(tz)).toEqual(wish)
})
