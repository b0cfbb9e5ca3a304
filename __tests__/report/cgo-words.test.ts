import { expect, it } from '@jest/globals'
import { describeStandIn, refuseStub } from '../../src/report/cgo-words.ts'

const standIn = { importPath: 'a/b', leftOut: ['c.go'], says: null, isStub: false }

it('names the package, what is left out, and what to set', () => {
  expect(describeStandIn(standIn)).toMatch(/^a\/b is compiled without its cgo part \(c\.go\).*cgo: static/)
  expect(describeStandIn({ ...standIn, leftOut: ['c.go', 'd.go'], says: 'needs cgo' })).toMatch(
    /\(2 files\).* Its own words: "needs cgo"\./,
  )
})

it('names a driver that can be used instead, where one is known', () => {
  expect(refuseStub(standIn)).toMatch(/cgo: static, or use a package in pure Go\.$/)
  expect(refuseStub({ ...standIn, importPath: 'github.com/mattn/go-sqlite3' })).toContain(
    'modernc.org/sqlite',
  )
})
