import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSurroundings, webAddress } from '../../src/host/repository.ts'
import { testHost } from '../support/host.ts'

const SECONDS = 1_700_000_000

function checkout(): { directory: string; git: (...args: readonly string[]) => string } {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-repository-'))
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com']
  const env = { ...process.env, GIT_COMMITTER_DATE: `${SECONDS} +0200`, GIT_AUTHOR_DATE: `${SECONDS} +0200` }
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: directory, env, encoding: 'utf8' }).trim()
  git('init', '-q', '-b', 'trunk')
  git('commit', '-q', '--allow-empty', '-m', 'begin')
  return { directory, git }
}

/** A PATH whose git takes every checkout for another user's, as git can for its own tests: only root can give one away. */
function gitOfAnotherUser(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-git-'))
  const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const script = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${git} "$@"\n`
  writeFileSync(path.join(directory, 'git'), script, { mode: 0o755 })
  return `${directory}:${process.env['PATH']}`
}

const PLAIN = { PATH: process.env['PATH'], HOME: process.env['HOME'] }

describe('readSurroundings', () => {
  it('says what git knows on a terminal', async () => {
    const { directory, git } = checkout()
    git('tag', 'v1.2.3')
    git('remote', 'add', 'origin', 'git@github.com:o/r.git')
    const { repository, event, pullRequest } = await readSurroundings(testHost({ env: PLAIN }), directory)
    expect(repository).toEqual({
      commit: git('rev-parse', 'HEAD'),
      committedAt: SECONDS,
      tag: 'v1.2.3',
      branch: 'trunk',
      source: 'https://github.com/o/r',
      ref: null,
      refused: null,
      tagPrefix: '',
      described: { status: 'no tag' },
    })
    expect({ event, pullRequest }).toEqual({ event: null, pullRequest: null })
  })

  it('knows nothing outside a checkout, and that is no error', async () => {
    const { repository } = await readSurroundings(
      testHost({ env: PLAIN }),
      mkdtempSync(path.join(tmpdir(), 'bantam-none-')),
    )
    expect(repository).toEqual({
      commit: null,
      committedAt: null,
      tag: null,
      branch: null,
      source: null,
      ref: null,
      refused: null,
      tagPrefix: '',
      described: { status: 'no tag' },
    })
  })

  it('believes the workflow before git, and finds the pull request in its event', async () => {
    const { directory, git } = checkout()
    const eventFile = path.join(directory, 'event.json')
    writeFileSync(eventFile, '{"pull_request":{"number":42}}')
    const env = {
      ...PLAIN,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: eventFile,
      GITHUB_REPOSITORY: 'O/R',
      GITHUB_SERVER_URL: 'https://ghe.example',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REF_NAME: '42/merge',
      GITHUB_HEAD_REF: 'feature/x',
      GITHUB_SHA: git('rev-parse', 'HEAD'),
    }
    const surroundings = await readSurroundings(testHost({ surface: 'action', env }), directory)
    expect(surroundings).toMatchObject({ surface: 'action', event: 'pull_request', pullRequest: 42 })
    expect(surroundings.repository).toMatchObject({
      commit: git('rev-parse', 'HEAD'),
      branch: 'feature/x',
      source: 'https://ghe.example/O/R',
    })
  })

  it.each([
    ['a push to a branch', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' }, null, 'main'],
    ['a schedule', { GITHUB_EVENT_NAME: 'schedule', GITHUB_REF: 'refs/heads/main' }, null, 'main'],
    [
      'a dispatch',
      { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/heads/feat/x' },
      null,
      'feat/x',
    ],
    ['a push of a tag', { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1.2.3' }, 'v1.2.3', 'trunk'],
    [
      'a dispatch on a tag',
      { GITHUB_EVENT_NAME: 'workflow_dispatch', GITHUB_REF: 'refs/tags/svc/v1' },
      'svc/v1',
      'trunk',
    ],
    [
      'a runner that names no GITHUB_REF',
      { GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' },
      null,
      'main',
    ],
    ['a commit alone', {}, null, 'trunk'],
  ])('takes the tag of %s from GITHUB_REF, whatever tags the commit has', async (_, ref, tag, branch) => {
    const { directory, git } = checkout()
    git('tag', 'v9.9.9')
    const env = { ...PLAIN, GITHUB_REPOSITORY: 'o/r', ...ref }
    const { repository } = await readSurroundings(testHost({ surface: 'action', env }), directory)
    expect({ tag: repository.tag, branch: repository.branch }).toEqual({ tag, branch })
  })

  it('takes the highest version of several tags on a terminal', async () => {
    const { directory, git } = checkout()
    for (const tag of ['v1.9.0', 'v1.10.0-rc.1', 'v1.10.0', 'latest', 'v1']) git('tag', tag)
    git('tag', '-a', '-m', 'annotated', 'v1.8.0')
    const { repository } = await readSurroundings(testHost({ env: PLAIN }), directory)
    expect(repository.tag).toBe('v1.10.0')
  })

  it.each([
    ['the workflow’s own, in its spelling', 'git@github.com:O/r.git', 'https://github.com/o/R'],
    ['the workflow’s own by an alias of ssh', 'git@deploy-key:o/r.git', 'https://github.com/o/R'],
    ['another one that was checked out', 'https://github.com/acme/tool', 'https://github.com/acme/tool'],
    ['one of another host', 'https://gitlab.example/o/r.git', 'https://gitlab.example/o/r'],
    ['a fork', 'https://github.com/fork/r', 'https://github.com/fork/r'],
    ['one that was made in the job', null, null],
  ])('names the source and the revision of one repository: %s', async (_, remote, source) => {
    const { directory, git } = checkout()
    if (remote !== null) git('remote', 'add', 'origin', remote)
    const env = {
      ...PLAIN,
      GITHUB_REPOSITORY: 'o/R',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
    }
    const { repository } = await readSurroundings(testHost({ surface: 'action', env }), directory)
    expect(repository).toMatchObject({ source, commit: git('rev-parse', 'HEAD') })
  })

  it('takes both from the workflow where there is no checkout', async () => {
    const env = {
      ...PLAIN,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_REF: 'refs/heads/main',
    }
    const host = testHost({ surface: 'action', env })
    const { repository } = await readSurroundings(host, mkdtempSync(path.join(tmpdir(), 'bantam-none-')))
    expect(repository).toMatchObject({
      source: 'https://github.com/o/r',
      commit: 'a'.repeat(40),
      refused: null,
      tagPrefix: '',
      described: { status: 'no tag' },
    })
  })

  it('says that git refuses a checkout of another user, and what to do', async () => {
    const { directory } = checkout()
    const env = { ...PLAIN, PATH: gitOfAnotherUser() }
    const { repository } = await readSurroundings(testHost({ env }), directory)
    expect(repository.commit).toBeNull()
    expect(repository.refused).toMatch(/dubious ownership.*git config --global --add safe\.directory/)
  })

  it('knows a pull request by the ref where the event does not say it, so that its branch names no tag', async () => {
    const host = testHost({ env: { ...PLAIN, GITHUB_REF: 'refs/pull/7/merge', GITHUB_HEAD_REF: 'v1.2.3' } })
    expect((await readSurroundings(host, host.cwd)).pullRequest).toBe(7)
  })

  it.each(['', 'not json', '[]', '{"pull_request":{"number":"7"}}'])(
    'finds no pull request in %j',
    async text => {
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-event-')), 'event.json')
      writeFileSync(file, text)
      const host = testHost({ env: { ...PLAIN, GITHUB_EVENT_PATH: file } })
      expect((await readSurroundings(host, host.cwd)).pullRequest).toBeNull()
    },
  )
})

describe('webAddress', () => {
  it.each([
    ['git@github.com:o/r.git', 'https://github.com/o/r'],
    ['ssh://git@github.com:22/o/r.git', 'https://github.com/o/r'],
    ['https://user:token@github.com/o/r.git', 'https://github.com/o/r'],
    ['https://gitlab.example/group/sub/r/', 'https://gitlab.example/group/sub/r'],
    ['/srv/git/r.git', null],
    ['file:///srv/git/r.git', null],
    ['', null],
    [null, null],
  ])('of %j is %j', (remote, address) => {
    expect(webAddress(remote)).toBe(address)
  })
})
