import { expect, it } from '@jest/globals'
import { type Clause, sentenceText } from '../../src/clause.ts'
import { describeStandIn, refuseStub } from '../../src/report/cgo-words.ts'

const said = (clause: Clause | undefined) => sentenceText(clause ?? [], 'action')
const standIn = { importPath: 'a/b', leftOut: ['c.go'], says: null, isStub: false }

it('names the package, what is left out, and what to set', () => {
  expect(said(describeStandIn(standIn))).toMatch(
    /^a\/b is compiled without its cgo part \(c\.go\).*cgo: static/,
  )
  expect(said(describeStandIn({ ...standIn, leftOut: ['c.go', 'd.go'], says: 'needs cgo' }))).toMatch(
    /\(2 files\).* It says: "needs cgo"\./,
  )
})

it('names a driver that can be used instead, where one is known', () => {
  expect(said(refuseStub(standIn).fix)).toBe('Set cgo: static, or use a package in pure Go.')
  expect(said(refuseStub({ ...standIn, importPath: 'github.com/mattn/go-sqlite3' }).fix)).toContain(
    'modernc.org/sqlite',
  )
})
