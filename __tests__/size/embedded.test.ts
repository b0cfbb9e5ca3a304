import { expect, it } from '@jest/globals'
import { embeddedByPackage } from '../../src/size/embedded.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'

const leaf = (kind: Breakdown['kind'], bytes: number): Breakdown => ({
  name: `${kind} ${bytes}`,
  kind,
  bytes,
})
const packageOf = (name: string, ...children: readonly Breakdown[]): Breakdown => ({
  name,
  kind: 'package',
  bytes: children.reduce((sum, { bytes }) => sum + bytes, 0),
  children,
})

it('sums the embedded files of each package, in order, but those that are found anyway', () => {
  const std = [packageOf('time/tzdata', leaf('embed', 400)), packageOf('runtime', leaf('function', 5))]
  const own = [
    packageOf('b', leaf('embed', 1), leaf('function', 2), leaf('embed', 3)),
    packageOf('a', leaf('embed', 7)),
  ]
  const whole: Breakdown = {
    name: 'program',
    kind: 'binary',
    bytes: 0,
    children: [
      { name: 'm', kind: 'main', bytes: 0, children: own },
      { name: 'std', kind: 'std', bytes: 0, children: std },
      leaf('embed', 9),
    ],
  }
  expect([...embeddedByPackage(whole)]).toEqual([
    ['a', 7],
    ['b', 4],
  ])
})
