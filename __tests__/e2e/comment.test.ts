import { afterEach, describe, expect, it } from '@jest/globals'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { weighInJson } from '../../src/report/json.ts'
import { grown, imageWeight, overBudget, weighIn } from '../report/sample.ts'
import { example, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import {
  BOT,
  type GitHubServer,
  type Manners,
  PULL_REQUEST,
  TOKEN,
  gitHubServer,
} from '../support/github-api.ts'
import { installedAction, runStep, type Step, type StepOptions } from '../support/runner.ts'

const action = installedAction()
const repository = 'Octo-Org/Service'
const LIST = `/repos/${repository}/issues/7/comments`
const servers: GitHubServer[] = []

async function serve(manners: Manners = {}): Promise<GitHubServer> {
  const server = await gitHubServer({ repository, ...manners })
  servers.push(server)
  return server
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map(server => server.stop()))
})

/** What a token of a pull request from a fork may do. */
const readOnly: Manners = {
  fault: line =>
    line.startsWith('GET') || line === 'POST /graphql'
      ? null
      : { status: 403, message: 'Resource not accessible by integration' },
}

function noticesOf({ stdout }: Step): readonly string[] {
  return stdout.split('\n').filter(line => line.startsWith('::notice::') && line.includes('omment'))
}

describe('the comment of a run on a pull request', () => {
  const workspace = temporaryDirectory('workspace')
  cpSync(example('hello'), workspace, { recursive: true })
  const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }

  const step = (
    { url }: GitHubServer,
    inputs: Readonly<Record<string, string>>,
    options: Partial<StepOptions> = {},
  ): Promise<Step> =>
    runStep(action, 'main', {
      workspace,
      event: 'pull_request',
      ...options,
      inputs: { budget: '2MB', pack: 'off', 'github-token': TOKEN, ...inputs },
      env: { ...env, GITHUB_API_URL: url },
    })

  it('is created by the first, updated by the next whatever its gate says, and silent if so asked', async () => {
    const server = await serve()
    const first = await step(server, {})
    expect([first.exitCode, noticesOf(first)]).toEqual([0, []])
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toMatch(
      /^<!-- bantam:[0-9a-f]{32} -->\n### <code>hello<\/code>: within budget, image/,
    )
    expect([...server.tokens]).toEqual([`token ${TOKEN}`])

    expect((await step(server, { budget: '500kB' })).exitCode).toBe(1)
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toContain('\n### <code>hello</code>: over budget')

    const same = { comment: 'changed', baseline: first.outputs['report'] ?? '' }
    expect((await step(server, same)).exitCode).toBe(0)
    expect(server.comments[0]?.body).toContain('Nothing changed beyond noise')

    const fresh = await serve()
    expect(noticesOf(await step(fresh, same))).toEqual([])
    expect(fresh.comments).toEqual([])
    expect(fresh.requests).toContain(`GET ${LIST}`)
  })

  it('stays away where none is wanted, and where there is no pull request', async () => {
    const server = await serve()
    await step(server, { comment: 'false' })
    await step(server, {}, { event: 'push' })
    expect(server.requests).toEqual([])
  })

  it('is a notice where the token can only read, and the exit code is the same', async () => {
    const server = await serve(readOnly)
    for (const [budget, exitCode] of [
      ['2MB', 0],
      ['500kB', 1],
    ] as const) {
      const ended = await step(server, { budget })
      expect(ended.exitCode).toBe(exitCode)
      expect(noticesOf(ended)).toEqual([
        expect.stringMatching(
          /pull request 7 of Octo-Org\/Service could not be written: .*`comment\/` action/,
        ),
      ])
      expect(ended.stdout.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN)
    }
    expect(server.comments).toEqual([])
  })

  it('is left as it is by a run that weighs nothing', async () => {
    const broken = temporaryDirectory('broken')
    writeFileSync(path.join(broken, 'go.mod'), 'module example.com/broken\n\ngo 1.21\n')
    writeFileSync(path.join(broken, 'main.go'), 'package main\n\nfunc main() { missing() }\n')
    const server = await serve()
    expect((await step(server, {}, { workspace: broken })).exitCode).toBe(2)
    expect(server.requests).toEqual([])
  })
})

describe('the comment action', () => {
  /** Directories as actions/download-artifact makes them of several artifacts. */
  const artifacts = (...texts: readonly string[]): string => {
    const workspace = temporaryDirectory('artifacts')
    for (const [at, text] of texts.entries()) {
      const directory = path.join(workspace, 'weigh-ins', `sizes-${at}`)
      mkdirSync(directory, { recursive: true })
      writeFileSync(path.join(directory, 'bantam.json'), text)
    }
    return workspace
  }

  const comment = (
    { url }: GitHubServer,
    workspace: string,
    options: Partial<StepOptions> = {},
  ): Promise<Step> =>
    runStep(action, 'comment', {
      workspace,
      event: 'workflow_run',
      ...options,
      inputs: { 'weigh-in': 'weigh-ins', comment: 'true', 'github-token': TOKEN, ...options.inputs },
      env: { GITHUB_API_URL: url },
    })

  it('says on the pull request of the run what that weighed, and whose figures these are', async () => {
    const server = await serve()
    const ended = await comment(server, artifacts(weighInJson(weighIn(grown))))
    expect([ended.exitCode, noticesOf(ended)]).toEqual([0, []])
    const [written] = server.commentsOn(7)
    expect(written?.body).toContain(
      '\n### <code>proxy</code>: over budget, module golang.org/x/net growth +120 kB',
    )
    expect(written?.body).toContain("the pull request's own run for commit 89abcde")
    expect(written?.body).toMatch(/^Over budget: image of linux\/amd64/m)

    await comment(server, artifacts(weighInJson(weighIn())))
    expect(server.comments.map(({ body }) => /within budget/.test(body))).toEqual([true])
  })

  it('makes one comment of several weigh-ins', async () => {
    const server = await serve()
    const worker = imageWeight({ ...overBudget, name: 'worker' })
    const workspace = artifacts(weighInJson(weighIn()), weighInJson(weighIn({}, { images: [worker] })))
    expect((await comment(server, workspace)).exitCode).toBe(0)
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toContain(
      '\n### <code>worker</code>: over budget, image 2.20 MB of 2 MB (110 %); 1 more image, passing\n',
    )
  })

  it('takes the number of a pull request from its own event', async () => {
    const server = await serve()
    const workspace = artifacts(weighInJson(weighIn()))
    expect((await comment(server, workspace, { event: 'pull_request' })).exitCode).toBe(0)
    expect(server.comments).toHaveLength(1)
    expect(server.requests).not.toContain(`GET /repos/${repository}/pulls`)
  })

  it('lets a hostile weigh-in be no more than text, on no other pull request, in no other comment', async () => {
    const attack = '--> <!-- bantam:x -->\n/merge @octocat #1 [x](https://e.vil) <img src=x> | `'
    const older = { id: 1, body: '<!-- bantam:x -->\nolder', user: BOT }
    const server = await serve({
      pullRequests: [PULL_REQUEST, { ...PULL_REQUEST, number: 8, head: { label: 'o:other', sha: 'a' } }],
      comments: [older],
    })
    const hostile = weighIn({ ...grown, name: attack }, { bantam: attack, revision: attack })
    const text = JSON.stringify({ ...hostile, pullRequest: 8, number: 8, repository: 'victim/other' })
    expect((await comment(server, artifacts(text))).exitCode).toBe(0)
    expect(server.commentsOn(8)).toEqual([])
    const [left, written = { body: '' }, ...others] = server.commentsOn(7)
    expect([left, others]).toEqual([older, []])
    expect(written.body).toMatch(/^<!-- bantam:[0-9a-f]{32} -->\n/)
    expect(written.body.match(/<!--|-->/g)).toHaveLength(2)
    expect(written.body).not.toMatch(/@octocat|\]\(|<img|`|^\/merge/m)
  })

  it('writes nothing once the head has moved on: the next run will', async () => {
    const head = { ...PULL_REQUEST.head, sha: 'fedcba9876543210fedcba9876543210fedcba98' }
    const server = await serve({ pullRequests: [{ ...PULL_REQUEST, head }] })
    const ended = await comment(server, artifacts(weighInJson(weighIn())))
    expect(ended.exitCode).toBe(0)
    expect(noticesOf(ended)).toEqual([
      '::notice::No comment was written: commit 89abcde of mallory:feature is not the newest commit of any open pull request.',
    ])
    expect(server.comments).toEqual([])
  })

  it('is a notice where it may not write', async () => {
    const ended = await comment(await serve(readOnly), artifacts(weighInJson(weighIn())))
    expect(ended.exitCode).toBe(0)
    expect(noticesOf(ended)).toEqual([expect.stringContaining('`permissions: pull-requests: write`')])
  })

  it.each<{ name: string; workspace: string; inputs?: Readonly<Record<string, string>>; says: RegExp }>([
    {
      name: 'no weigh-in',
      workspace: temporaryDirectory('empty'),
      says: /weigh-in "weigh-ins" cannot be read: there is no such file; write the path/,
    },
    {
      name: 'something else',
      workspace: artifacts(weighInJson(weighIn()), '{"schemaVersion": 2}'),
      says: /weigh-ins\/sizes-1\/bantam\.json could not be read: as a weigh-in it is not what/,
    },
    {
      name: 'depth',
      workspace: artifacts('['.repeat(1_000_000)),
      says: /could not be read: it is nested more than 64 deep/,
    },
    {
      name: 'inputs that are none',
      workspace: artifacts(weighInJson(weighIn())),
      inputs: { budget: '3MB', comment: 'false' },
      says: /2 inputs are wrong:.*budget is not an input.*comment "false" is unknown; write true or changed/,
    },
  ])('fails in one sentence on $name', async ({ workspace, inputs = {}, says }) => {
    const server = await serve()
    const ended = await comment(server, workspace, { inputs })
    expect(ended.exitCode).toBe(2)
    const errors = ended.stdout.split('\n').filter(line => line.startsWith('::error'))
    expect(errors).toEqual([expect.stringMatching(says)])
    expect(ended.stdout + ended.stderr).not.toMatch(/^\s+at /m)
    expect(server.requests).toEqual([])
  })
})
