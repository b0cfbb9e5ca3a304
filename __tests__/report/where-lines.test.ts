import { expect, it } from '@jest/globals'
import { whereLines } from '../../src/report/where-lines.ts'
import { digestOf } from './sample.ts'

const digest = digestOf('9c1f')
const wide = { width: 200, colour: false }

it('says where an image is, its digest and how to run it', () => {
  expect(whereLines('.bantam/api', digest, 'docker run api', wide)).toEqual([
    `  .bantam/api   ${digest}`,
    '  run it:  docker run api',
  ])
})

it('shortens the digest where the line is too short, and nothing that is copied', () => {
  const [where] = whereLines('.bantam/api', digest, 'docker run api', { ...wide, width: 60 })
  expect(where).toBe(`  .bantam/api   ${digest.slice(0, 19)}…`)
})

it('says the digest once of what is stored by it, also where places are lined up', () => {
  const [where] = whereLines(`r.example/o/api@${digest}   `, digest, 'docker run api', wide)
  expect(where).toBe(`  r.example/o/api@${digest}`)
})
