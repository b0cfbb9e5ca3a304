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
    })
    expect({ event, pullRequest }).toEqual({ event: null, pullRequest: null })
  })

  it('knows nothing outside a checkout, and that is no error', async () => {
    const { repository } = await readSurroundings(
      testHost({ env: PLAIN }),
      mkdtempSync(path.join(tmpdir(), 'bantam-none-')),
    )
    expect(repository).toEqual({ commit: null, committedAt: null, tag: null, branch: null, source: null })
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
    }
    const surroundings = await readSurroundings(testHost({ surface: 'action', env }), directory)
    expect(surroundings).toMatchObject({ surface: 'action', event: 'pull_request', pullRequest: 42 })
    expect(surroundings.repository).toMatchObject({
      commit: git('rev-parse', 'HEAD'),
      branch: 'feature/x',
      source: 'https://ghe.example/O/R',
    })
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
