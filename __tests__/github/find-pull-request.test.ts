import { afterEach, describe, expect, it } from '@jest/globals'
import { findPullRequest } from '../../src/github/find-pull-request.ts'
import type { CommentTarget } from '../../src/github/comment-target.ts'
import { type GitHubServer, type Manners, PULL_REQUEST, TOKEN, gitHubServer } from '../support/github-api.ts'
import { testHost } from '../support/host.ts'

const { sha } = PULL_REQUEST.head
const HEAD: CommentTarget = { kind: 'head', owner: 'mallory', branch: 'feature', commit: sha }
const older = { ...HEAD, commit: 'fedcba9876543210fedcba9876543210fedcba98' }

describe('findPullRequest', () => {
  const servers: GitHubServer[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.stop()))
  })

  const find = async (subject: CommentTarget, manners: Manners = {}, token = TOKEN) => {
    const server = await gitHubServer(manners)
    servers.push(server)
    const host = testHost()
    const spec = { token, repository: 'o/r', apiUrl: server.url, silentWhenUnchanged: false }
    const found = await findPullRequest(host, spec, subject)
    return {
      found,
      requests: server.requests,
      notices: host.log.lines.filter(line => line.startsWith('notice')),
    }
  }

  it('finds the open one whose newest commit this is', async () => {
    const others = [
      { ...PULL_REQUEST, number: 1, head: { label: 'mallory:other', sha } },
      { ...PULL_REQUEST, number: 2, state: 'closed' },
      { ...PULL_REQUEST, number: 3, head: { label: 'victim:feature', sha } },
    ] as const
    const { found, requests, notices } = await find(HEAD, { pullRequests: [...others, PULL_REQUEST] })
    expect(found).toBe(7)
    expect(requests).toEqual(['GET /repos/o/r/pulls'])
    expect(notices).toEqual([])
  })

  it("does not take somebody else's, where GitHub takes no notice of the head", async () => {
    const unheard = await find({ ...HEAD, owner: 'mallory/x' }, { pullRequests: [PULL_REQUEST], deaf: true })
    expect(unheard.found).toBeNull()
  })

  it('asks nobody without a token', async () => {
    expect(await find(HEAD, {}, '')).toEqual({
      found: null,
      requests: [],
      notices: [expect.stringMatching(/: there is no token to write it with\.$/)],
    })
  })

  it('asks nobody where the event says it', async () => {
    const { found, requests } = await find({ kind: 'pull request', pullRequest: 12, commit: sha })
    expect(found).toBe(12)
    expect(requests).toEqual([])
  })

  it.each<{ name: string; subject: CommentTarget; manners?: Manners; says: string }>([
    {
      name: 'the head moved on',
      subject: older,
      says: 'commit fedcba9 of mallory:feature is not the newest commit of any open pull request.',
    },
    {
      name: 'it was closed',
      subject: HEAD,
      manners: { pullRequests: [{ ...PULL_REQUEST, state: 'closed' }] },
      says: 'commit 89abcde of mallory:feature is not the newest commit of any open pull request.',
    },
    {
      name: 'there are two',
      subject: HEAD,
      manners: { pullRequests: [PULL_REQUEST, { ...PULL_REQUEST, number: 8 }] },
      says: 'commit 89abcde of mallory:feature is the newest commit of several pull requests (7, 8).',
    },
    { name: 'nothing is there', subject: { kind: 'nothing', why: 'it is a push' }, says: 'it is a push.' },
    {
      name: 'the token may not look',
      subject: HEAD,
      manners: { fault: () => ({ status: 401, message: `Bad credentials ${TOKEN}` }) },
      says: 'its pull request in o/r could not be found: GitHub answered 401 (Bad credentials ***); give a github-token that is valid.',
    },
  ])('tells in a notice that nothing was written: $name', async ({ subject, manners, says }) => {
    const { found, notices } = await find(subject, manners)
    expect(found).toBeNull()
    expect(notices).toEqual([`notice: No comment was written: ${says}`])
  })
})
