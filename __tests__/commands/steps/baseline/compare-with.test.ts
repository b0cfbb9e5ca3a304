import { describe, expect, it } from '@jest/globals'
import { compareWith, imageNamed } from '../../../../src/commands/steps/baseline/compare-with.ts'
import {
  absent,
  NOTHING,
  type ReadBaseline,
  unreadable,
} from '../../../../src/commands/steps/baseline/found.ts'
import { olderWeight, platformWeight } from '../../../report/sample.ts'
import { serviceHost, specFor } from '../../../support/service.ts'

const host = serviceHost()
const read = (...names: readonly (string | null)[]): ReadBaseline => ({
  status: 'read',
  report: { ...NOTHING, kind: 'cache', revision: 'abc' },
  images: names.map(name => ({ name, weight: olderWeight(), budget: null })),
})

describe('compareWith', () => {
  it('tells the growth over what was read', () => {
    const { baseline, report, growth } = compareWith(read(null), specFor(host), 'proxy', platformWeight())
    expect(baseline).toMatchObject({ status: 'read', weight: { platform: 'linux/amd64' } })
    expect(report).toMatchObject({ kind: 'cache', revision: 'abc' })
    expect(growth?.nodes.length).toBeGreaterThan(0)
  })

  it('says that a weigh-in of several images has none of the name', () => {
    const { baseline, report, growth } = compareWith(read('a', 'b'), specFor(host), 'proxy', platformWeight())
    expect(baseline).toEqual({ status: 'absent', reason: 'what was found has no proxy for linux/amd64' })
    expect(report).toMatchObject({ kind: 'none', reason: 'what was found has no proxy for linux/amd64' })
    expect(growth).toBeNull()
  })

  it('reports what was not found where a limit depends on it, or where it was looked for', () => {
    const reason = 'it is the first run'
    const nowhere = { status: 'absent', report: null, reason } as const
    const reported = (budget: string, found = nowhere as Parameters<typeof compareWith>[0]) =>
      compareWith(found, specFor(host, { budget }), 'proxy', platformWeight()).report
    expect(reported('image: 3MB')).toBeNull()
    expect(reported('image: +0')).toEqual({ ...NOTHING, reason })
    expect(reported('image: 3MB', absent(reason, 'x:main'))).toMatchObject({ reference: 'x:main', reason })
    const broken = unreadable('it is cut off', { kind: 'cache', reference: null })
    expect(compareWith(broken, specFor(host), 'proxy', platformWeight())).toMatchObject({
      baseline: { status: 'unreadable' },
      report: { kind: 'cache', reason: 'it is cut off' },
    })
  })
})

it.each([
  [['a', 'b'], 'b', 'b'],
  [['a', 'b'], 'c', undefined],
  [['a'], 'c', 'a'],
  [[], 'c', undefined],
])('of images %j the one named %j is %j', (names, name, found) => {
  expect(imageNamed(read(...names), name)?.name).toBe(found)
})
