import { expect, it } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { fetchCommit } from '../../src/host/fetch-commit.ts'
import { cloneOf, cloneState, gitRepository, mergeCommit, shallowCheckout } from '../support/git.ts'
import { testHost } from '../support/host.ts'
import { listen } from '../support/listen.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

describeWith(['git'], 'a commit that the clone lacks', () => {
  it('comes into a shallow clone of a merge by itself, and nothing else changes', async () => {
    const origin = gitRepository()
    origin.commit({ a: 'oldest' })
    const start = origin.commit({ a: 'base' })
    origin.git('checkout', '-q', '-b', 'feature')
    origin.commit({ a: 'branch' })
    const checkout = shallowCheckout(origin, mergeCommit(origin, 'main', 'feature'))
    rmSync(path.join(checkout.directory, '.git', 'FETCH_HEAD'))
    const before = cloneState(checkout)
    await fetchCommit(testHost(), checkout.directory, start)
    expect(checkout.git('show', `${start}:a`)).toBe('base')
    // One commit more, without what led to it.
    expect(cloneState(checkout)).toEqual({ ...before, depth: 2 })
    expect(checkout.git('rev-list', '--count', start)).toBe('1')
  })

  it('leaves a whole clone whole', async () => {
    const origin = gitRepository()
    origin.commit({ a: 'first' })
    const clone = cloneOf(origin)
    origin.commit({ a: 'second' })
    const later = origin.commit({ a: 'third' })
    const before = cloneState(clone)
    await fetchCommit(testHost(), clone.directory, later)
    expect(clone.git('rev-list', '--count', later)).toBe('3')
    expect(cloneState(clone)).toEqual(before)
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false')
  })

  it('is not asked for where it is there already', async () => {
    const origin = gitRepository()
    const first = origin.commit({ a: 'first' })
    const clone = cloneOf(origin)
    clone.git('remote', 'remove', 'origin')
    await fetchCommit(testHost(), clone.directory, first)
    expect(clone.git('cat-file', '-t', first)).toBe('commit')
  })

  it('is asked for with the login that actions/checkout left', async () => {
    const logins: (string | undefined)[] = []
    const server = createServer(({ headers }, response) => {
      logins.push(headers.authorization)
      response.writeHead(404).end()
    })
    const { address, stop } = await listen(server)
    const url = `http://${address}`
    const origin = gitRepository()
    origin.commit({ a: 'first' })
    const clone = cloneOf(origin)
    clone.git('remote', 'set-url', 'origin', `${url}/o/r.git`)
    // Since v6 it keeps the header in a file of its own, outside the checkout.
    const kept = path.join(testHost().cwd, 'git-credentials.config')
    writeFileSync(kept, `[http "${url}/"]\n\textraheader = AUTHORIZATION: basic ${'kept'.repeat(4)}\n`)
    clone.git('config', `includeIf.gitdir:${clone.directory}/.git.path`, kept)
    try {
      await expect(fetchCommit(testHost(), clone.directory, '1'.repeat(40))).rejects.toEqual(
        aFailure('bad-input', { fields: { commit: '1'.repeat(40) } }),
      )
    } finally {
      await stop()
    }
    expect(logins).toContain(`basic ${'kept'.repeat(4)}`)
  })

  it.each([
    { name: 'the remote has no such commit', remote: null, says: /not our ref/ },
    {
      name: 'the remote is not there',
      remote: 'file:///does/not/exist',
      says: /^'.*does\/not\/exist' does not/,
    },
    {
      name: 'its password is wrong',
      remote: 'http://user:hidden@127.0.0.1:1/x.git',
      says: /127\.0\.0\.1/,
    },
  ])('is a failure in one sentence, without a password, where $name', async ({ remote, says }) => {
    const origin = gitRepository()
    origin.commit({ a: 'first' })
    const clone = cloneOf(origin)
    if (remote !== null) clone.git('remote', 'set-url', 'origin', remote)
    const before = cloneState(clone)
    const failure: unknown = await fetchCommit(testHost(), clone.directory, '1'.repeat(40)).catch(
      (cause: unknown) => cause,
    )
    expect(failure).toEqual(aFailure('bad-input', { fields: { commit: '1'.repeat(40) }, why: says }))
    expect(String(failure)).toMatch(/^Failure: Git could not fetch commit 1111111: [^\n]+\.$/)
    expect(String(failure)).not.toContain('hidden')
    expect(cloneState(clone)).toEqual(before)
  })
})
