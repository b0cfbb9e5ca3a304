import { expect, it } from '@jest/globals'
import { nodesOf } from '../../../src/report/html/nodes-of.ts'
import { proxyTree } from '../sample.ts'

it('nodesOf counts the parts of all binaries, each with its own', () => {
  expect(nodesOf({ breakdowns: new Map() })).toBe(0)
  expect(nodesOf({ breakdowns: new Map([['proxy', proxyTree]]) })).toBe(15)
  expect(
    nodesOf({
      breakdowns: new Map([
        ['one', proxyTree],
        ['other', proxyTree],
      ]),
    }),
  ).toBe(30)
})
