import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readEvent } from '../../src/host/event.ts'

const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-event-')), 'event.json')

function read(text: string) {
  writeFileSync(file, text)
  return readEvent({ env: { GITHUB_EVENT_PATH: file } })
}

const NOTHING = { pullRequest: null, mergeGroup: null, before: null }
const [BASE, HEAD] = ['a'.repeat(40), 'b'.repeat(40)]

describe('the event of a workflow', () => {
  it('says where a pull request starts, or a merge group, or a push', () => {
    const pull = { number: 7, base: { sha: BASE, ref: 'main' }, head: { sha: HEAD } }
    expect(read(JSON.stringify({ pull_request: pull }))).toEqual({
      ...NOTHING,
      pullRequest: { number: 7, base: BASE, head: HEAD },
    })
    const group = { base_sha: BASE, base_ref: 'refs/heads/release/1.x' }
    expect(read(JSON.stringify({ merge_group: group }))).toEqual({
      ...NOTHING,
      mergeGroup: { base: BASE, branch: 'release/1.x' },
    })
    expect(read(JSON.stringify({ before: BASE }))).toEqual({ ...NOTHING, before: BASE })
  })

  it.each(['', 'not json', '[]', 'null', '7', '{"pull_request":7,"merge_group":null,"before":{}}'])(
    'says nothing in %j',
    text => {
      expect(read(text)).toEqual(NOTHING)
    },
  )

  it('is not there outside a workflow', () => {
    expect(readEvent({ env: {} })).toEqual(NOTHING)
    expect(readEvent({ env: { GITHUB_EVENT_PATH: '/does/not/exist' } })).toEqual(NOTHING)
  })

  it('names no commit that git could take for anything else', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constant('--upload-pack=x'),
      fc.constant(`${BASE}\n`),
      fc.constant('HEAD'),
    )
    fc.assert(
      fc.property(odd, sha => {
        const { before, pullRequest } = read(JSON.stringify({ before: sha, pull_request: { base: { sha } } }))
        expect([before, pullRequest?.base]).toEqual([null, null])
      }),
    )
  })
})
