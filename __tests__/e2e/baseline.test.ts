import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readWeighIn } from '../../src/size/read-weigh-in.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { type CacheServer, cacheServer } from '../github/cache-server.ts'
import { bantam, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import {
  cloneOf,
  type Files,
  type GitRepository,
  gitRepository,
  mergeCommit,
  shallowCheckout,
} from '../support/git.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep, type Step } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'
import { twoPackages } from '../support/two-packages.ts'
import { formatSubject } from '../../src/declare/limit.ts'

const env = { XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const action = installedAction()

const below = (directory: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${directory}/${name}`, content]))
const LIGHT = below('services/app', twoPackages(3))
const HEAVY = below('services/app', twoPackages(600))

const MAIN = 'package main\n\nfunc main() {}\n'
const TWO_MAINS: Files = { 'cmd/a/main.go': MAIN, 'cmd/b/main.go': MAIN }

interface PullRequest {
  readonly origin: GitRepository
  /** What `main` is when the pull request is merged. */
  readonly base: string
  readonly head: string
  readonly merge: string
}

/** A pull request whose branch was begun before `main` went on. */
function pullRequest(before: Files, after: Files): PullRequest {
  const origin = gitRepository()
  origin.commit({ ...before, README: 'old' })
  origin.git('checkout', '-q', '-b', 'feature')
  const head = origin.commit(after)
  origin.git('checkout', '-q', 'main')
  const base = origin.commit({ README: 'new' })
  return { origin, base, head, merge: mergeCommit(origin, 'main', 'feature') }
}

type Variables = Readonly<Record<string, string>>

/** The step on a shallow checkout of the merge commit, as actions/checkout leaves it. */
async function onPullRequest(pull: PullRequest, inputs: Variables, more: Variables = {}) {
  const checkout = shallowCheckout(pull.origin, pull.merge)
  // The event is as old as the pull request's last push: its base may not be the one that is merged into.
  const oldest = pull.origin.git('rev-parse', `${pull.base}^`)
  const event = { pull_request: { number: 7, base: { sha: oldest }, head: { sha: pull.head } } }
  const step = await stepOn(checkout, 'pull_request', event, inputs, { GITHUB_BASE_REF: 'main', ...more })
  return { checkout, step }
}

function onPush(
  origin: GitRepository,
  commit: string,
  before: string,
  inputs: Variables,
  more: Variables = {},
) {
  return stepOn(shallowCheckout(origin, commit), 'push', { before }, inputs, more)
}

function stepOn(
  { directory }: GitRepository,
  event: 'push' | 'pull_request',
  payload: unknown,
  inputs: Variables,
  more: Variables,
): Promise<Step> {
  const file = path.join(temporaryDirectory('event'), 'event.json')
  writeFileSync(file, JSON.stringify(payload))
  return runStep(action, 'main', {
    workspace: directory,
    event,
    inputs: { 'working-directory': 'services/app', ...inputs },
    env: { ...env, GITHUB_EVENT_PATH: file, ...more },
  })
}

function imageOf({ outputs }: Step): WeighIn['images'][number] {
  const weighIn = readWeighIn(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')))
  const [image] = weighIn.ok ? weighIn.value.images : []
  if (image === undefined) throw new Error(weighIn.ok ? 'no image' : weighIn.problem)
  return image
}

describeWith(['git', 'go'], 'baseline: build', () => {
  const inputs = { baseline: 'build', pack: 'off', budget: 'binary: +1kB\nmodule example.com/app: +0' }

  it('fails what the branch grew by, over a base that a shallow checkout lacks', async () => {
    const pull = pullRequest(LIGHT, HEAVY)
    const { checkout, step } = await onPullRequest(pull, inputs)
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'over', growth: '' } })
    expect(step.summary).toContain(`a build of the base, commit ${pull.base.slice(0, 7)}`)
    expect(step.summary).toContain('example.com/app/rates')
    const { budget, baseline, platforms } = imageOf(step)
    expect(baseline).toEqual({
      kind: 'build',
      reference: null,
      revision: pull.base,
      digest: null,
      reason: null,
    })
    expect(budget.limits.map(({ subject, status }) => [formatSubject(subject), status])).toEqual([
      ['binary', 'over'],
      ['module example.com/app', 'over'],
    ])
    const [weight] = platforms
    expect(weight?.growth).toMatchObject({ causes: [], files: [] })
    for (const metric of ['image', 'download'])
      expect(weight?.growth?.metrics).toContainEqual(
        expect.objectContaining({ metric, before: null, delta: null, change: null }),
      )
    // The clone has the base's commit, and nothing else of it is left.
    expect(checkout.git('worktree', 'list').split('\n')).toHaveLength(1)
    expect(checkout.git('rev-parse', 'HEAD')).toBe(pull.merge)
    expect(checkout.git('rev-list', '--count', pull.base)).toBe('1')
  })

  it('passes what grew nothing, with packing too, which is no cause of growth', async () => {
    const pull = pullRequest(LIGHT, { 'services/app/NOTES': 'nothing of Go' })
    const { step } = await onPullRequest(pull, { ...inputs, pack: 'auto' })
    expect(step).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
    expect(imageOf(step).platforms[0]?.growth).toMatchObject({ causes: [], nodes: [], files: [] })
  })

  it.each([
    { name: 'directory', before: { other: '' }, says: 'has no main package there' },
    {
      name: 'module',
      before: { 'services/app/main.go': LIGHT['services/app/main.go'] ?? null },
      says: 'has no main package there',
    },
    {
      name: 'main package',
      before: { ...LIGHT, 'services/app/main.go': 'package app\n' },
      says: 'has no main package there',
    },
    {
      name: 'main package of that name',
      before: LIGHT,
      after: { 'services/app/cmd/api/main.go': 'package main\n\nfunc main() {}\n' },
      main: './cmd/api',
      says: 'has no main package ./cmd/api',
    },
  ])(
    'lets a new service pass with a notice, whose base has no $name',
    async ({ before, after, main, says }) => {
      const pull = pullRequest(before, after ?? LIGHT)
      const { step } = await onPullRequest(pull, {
        ...inputs,
        ...(main === undefined ? {} : { main }),
        budget: 'binary: +1kB',
      })
      expect(step).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
      expect(step.stdout).toMatch(/^::notice::.*there is no baseline: commit [0-9a-f]{7}, where/m)
      expect(step.stdout).toContain(says)
      expect(imageOf(step).baseline).toMatchObject({ kind: 'none', reason: expect.stringContaining(says) })
    },
  )

  it('does not pass over a base that does not compile, could be several, or cannot be fetched', async () => {
    const broken = pullRequest(
      { ...LIGHT, 'services/app/main.go': 'package main\n\nfunc main() { gone() }\n' },
      LIGHT,
    )
    const { checkout, step } = await onPullRequest(broken, inputs)
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'unmeasured' } })
    expect(imageOf(step).baseline?.reason).toMatch(
      /^commit [0-9a-f]{7} could not be built: compiling \. for linux\/amd64 failed: .*undefined: gone/,
    )
    expect(checkout.git('worktree', 'list').split('\n')).toHaveLength(1)

    const ambiguous = pullRequest(
      { ...LIGHT, 'services/app/main.go': null, ...below('services/app', TWO_MAINS) },
      { ...LIGHT, ...below('services/app', { 'cmd/a/main.go': null, 'cmd/b/main.go': null }) },
    )
    const several = await onPullRequest(ambiguous, inputs)
    expect(several.step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'unmeasured' } })
    expect(imageOf(several.step).baseline?.reason).toMatch(/2 packages could be meant.* as main$/)

    const unknown = await onPush(broken.origin, broken.head, '1'.repeat(40), inputs)
    expect(unknown).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'unmeasured' } })
    expect(imageOf(unknown).baseline?.reason).toMatch(/Git could not fetch commit 1111111: /)
  })

  it('leaves no worktree behind where the change itself does not compile', async () => {
    const broken = pullRequest(LIGHT, { 'services/app/main.go': 'package main\n\nfunc main() { gone() }\n' })
    const { checkout, step } = await onPullRequest(broken, inputs)
    expect(step).toMatchObject({ exitCode: 2, outputs: { 'budget-status': '' } })
    expect(step.stdout).toMatch(/^::error .*undefined: gone/m)
    expect(checkout.git('worktree', 'list').split('\n')).toHaveLength(1)
  })

  it('takes a module that the change removes for nothing, and a typing error for an error', async () => {
    const library = {
      'services/app/lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
      'services/app/lib/lib.go': 'package lib\n\n//go:noinline\nfunc Of(n int) int { return n * 3 }\n',
    }
    const main = 'package main\n\nimport "example.com/lib"\n\nfunc main() { println(lib.Of(len("three"))) }\n'
    const mod =
      'module example.com/app\n\ngo 1.21\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ./lib\n'
    const pull = pullRequest(
      { ...below('services/app', { 'go.mod': mod, 'main.go': main }), ...library },
      below('services/app', { 'main.go': MAIN }),
    )
    const budget = 'module example.com/lib: +0\nmodule example.com/lib: 1kB\npackage example.com/lib: +0'
    const { step } = await onPullRequest(pull, { ...inputs, budget })
    expect(step).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
    expect(imageOf(step).budget.limits.map(({ actual, status }) => [actual, status])).toEqual([
      [0, 'within'],
      [0, 'within'],
      [0, 'within'],
    ])
    const wrong = await onPullRequest(pull, { ...inputs, budget: 'module example.com/lob: +0' })
    expect(wrong.step.exitCode).toBe(2)
    expect(wrong.step.stdout).toMatch(/^::error.*module that is not in app/m)
  }, 60_000)

  it('knows a package that is compiled in, though no byte of it is left', async () => {
    const inlined = below('services/app', {
      'main.go': 'package main\n\nimport "example.com/app/size"\n\nfunc main() { println(size.Of) }\n',
      'size/size.go': 'package size\n\nconst Of = 3\n',
    })
    const pull = pullRequest({ ...LIGHT, ...inlined }, { 'services/app/NOTES': '' })
    const budget = 'package example.com/app/size: +0\npackage example.com/app/size: 1kB'
    const { step } = await onPullRequest(pull, { ...inputs, budget })
    expect(step).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
  })

  it('passes on the first push of a branch, which starts from nothing', async () => {
    const origin = gitRepository()
    const first = await onPush(origin, origin.commit(LIGHT), '0'.repeat(40), inputs)
    expect(first).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
    expect(first.stdout).toMatch(/^::notice::.*nothing was there before this push/m)
  })

  it('names the Go that the base asks for, where that is another', async () => {
    // The tool cache says which version a directory holds.
    const tools = temporaryDirectory('tools')
    const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
    const version = execFileSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' }).trim().slice(2)
    for (const one of ['1.20.1', version]) {
      mkdirSync(path.join(tools, 'go', one), { recursive: true })
      symlinkSync(goroot, path.join(tools, 'go', one, 'x64'))
      writeFileSync(path.join(tools, 'go', one, 'x64.complete'), '')
    }
    const file = 'services/app/.go-version'
    const pull = pullRequest({ ...LIGHT, [file]: '1.20.1\n' }, { [file]: `${version}\n` })
    const { step } = await onPullRequest(
      pull,
      { ...inputs, 'go-version-file': '.go-version' },
      { RUNNER_TOOL_CACHE: tools },
    )
    expect(imageOf(step).platforms[0]?.growth?.causes).toEqual([`Go changed from go1.20.1 to go${version}`])
  })

  it('is on the command line what HEAD and the default branch share', async () => {
    const origin = gitRepository()
    const base = origin.commit(LIGHT)
    const clone = cloneOf(origin)
    clone.commit(HEAVY)
    const args = ['build', '--baseline', 'build', '--pack', 'off', '--budget', 'binary: +1kB', '--json']
    const cwd = path.join(clone.directory, 'services/app')
    const ended = await bantam(args, { cwd, env: { ...process.env, ...env } })
    expect(ended).toMatchObject({ exitCode: 1 })
    expect((JSON.parse(ended.stdout) as WeighIn).images[0]?.baseline).toMatchObject({
      kind: 'build',
      revision: base,
    })

    const nowhere = await bantam(args, {
      cwd: path.join(origin.directory, 'services/app'),
      env: { ...process.env, ...env },
    })
    expect(nowhere).toMatchObject({ exitCode: 2 })
    expect(nowhere.stderr).toMatch(/--baseline "build" finds no commit to build: .*origin\/HEAD/)
  })
})

describeWith(['git', 'go', 'docker-registry', 'upx', 'tar', 'zstd'], 'baseline: auto in a job', () => {
  let server: CacheServer
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())
  beforeEach(async () => {
    server = await cacheServer({ protocol: 'v2' })
  })
  afterEach(() => server.stop())
  const budget = 'image: +50kB\nmemory: +100%'
  const ZEROS = '0'.repeat(40)

  it('is the weigh-in that the push of the very base left in the cache', async () => {
    const pull = pullRequest(LIGHT, HEAVY)
    const pushed = await onPush(pull.origin, pull.base, ZEROS, { budget }, server.env)
    expect(pushed).toMatchObject({ exitCode: 0, outputs: { growth: '' } })
    expect(pushed.stdout).toMatch(/no weigh-in of main is kept in the cache, and image names no repository/)
    expect(server.saved.filter(key => key.includes('bantam-weigh-in-main-'))).toEqual([
      expect.stringMatching(new RegExp(`-${pull.base}$`)),
    ])

    const { step } = await onPullRequest(pull, { budget }, server.env)
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'over' } })
    expect(Number(step.outputs['growth'])).toBeGreaterThan(50_000)
    expect(step.summary).toContain(`the weigh-in kept in the cache, commit ${pull.base.slice(0, 7)}`)
    expect(step.summary).not.toContain('this change starts from')
    const { baseline, budget: verdict } = imageOf(step)
    expect(baseline).toEqual({
      kind: 'cache',
      reference: null,
      revision: pull.base,
      digest: null,
      reason: null,
    })
    // The price of packing is in it: nothing had to be started again.
    expect(
      verdict.limits.map(({ subject, status, before }) => [subject.kind, status, before === null]),
    ).toEqual([
      ['image', 'over', false],
      ['memory', 'within', false],
    ])
    expect(server.saved.filter(key => key.includes(pull.merge))).toEqual([])
  })

  it('is else the newest of the branch, and says that it is of another commit', async () => {
    const pull = pullRequest(LIGHT, HEAVY)
    const older = pull.origin.git('rev-parse', `${pull.base}^`)
    await onPush(pull.origin, older, ZEROS, { budget }, server.env)
    const { step } = await onPullRequest(pull, { budget }, server.env)
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'over' } })
    const [found, start] = [older.slice(0, 7), pull.base.slice(0, 7)]
    expect(step.summary).toContain(`commit ${found} (this change starts from ${start})`)
    expect(imageOf(step).baseline).toMatchObject({ kind: 'cache', revision: older, startsFrom: pull.base })

    const without = await onPullRequest(pull, { budget, cache: 'false' }, server.env)
    expect(without.step).toMatchObject({ exitCode: 0, outputs: { growth: '' } })
  })

  it('is the published image of the base before a kept weigh-in of another commit', async () => {
    const pull = pullRequest(LIGHT, HEAVY)
    const image = `${registry.address}/o/app`
    const older = pull.origin.git('rev-parse', `${pull.base}^`)
    const own = { budget: 'image: +50kB', image }
    await onPush(pull.origin, older, ZEROS, { ...own, push: 'false' }, server.env)
    const pushed = await onPush(pull.origin, pull.base, older, { ...own, cache: 'false' })
    expect(pushed.outputs['tags']).toBe(`${image}:main`)

    const { step } = await onPullRequest(pull, own, server.env)
    expect(imageOf(step).baseline).toMatchObject({
      kind: 'image',
      reference: `${image}:main`,
      revision: pull.base,
    })
    expect(imageOf(step).baseline).not.toHaveProperty('startsFrom')
    expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'over' } })
  })

  it('goes on to the image of the very commit where the cache fails, and to nothing else', async () => {
    const pull = pullRequest(LIGHT, HEAVY)
    const image = `${registry.address}/o/lost`
    const own = { budget: 'image: +50kB', image }
    const failing = await cacheServer({ protocol: 'v1', status: 500 })
    try {
      const none = await onPullRequest(pull, own, failing.env)
      expect(none.step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'unmeasured' } })
      expect(none.step.summary).toMatch(/the weigh-in kept in the cache.* could not be read/)
      expect(imageOf(none.step).baseline?.reason).toContain('the server answered 500')

      // Nothing depends on it without a limit of growth.
      const free = await onPullRequest(pull, { ...own, budget: 'image: 9MB' }, failing.env)
      expect(free.step).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
      expect(imageOf(free.step).baseline).toMatchObject({ kind: 'cache' })

      await onPush(pull.origin, pull.base, ZEROS, { ...own, cache: 'false' })
      const { step } = await onPullRequest(pull, own, failing.env)
      expect(imageOf(step).baseline).toMatchObject({ kind: 'image', revision: pull.base })
      expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'over' } })
      expect(step.stdout).not.toMatch(/^::warning::/m)
    } finally {
      await failing.stop()
    }
  }, 60_000)

  it('is the image in the registry, whatever files of its name a pull request adds', async () => {
    const image = `${registry.address}/o/spoofed`
    const origin = gitRepository()
    const first = origin.commit(LIGHT)
    const own = { budget: 'image: +0', image, cache: 'false' }
    const pushed = await onPush(origin, first, ZEROS, own)
    expect(pushed.outputs['tags']).toBe(`${image}:main`)
    const large = readFileSync(pushed.outputs['report'] ?? '', 'utf8').replace(
      /"imageSize": \d+/g,
      '"imageSize": 99000000',
    )
    const spoof = below('services/app', { [`${image}:main`]: large, 'main.json': large })
    const pull = pullRequest(LIGHT, { ...HEAVY, ...spoof })
    for (const baseline of ['auto', `${image}:main`]) {
      const { step } = await onPullRequest(pull, { ...own, baseline })
      expect(step).toMatchObject({ exitCode: 1, outputs: { 'budget-status': 'over' } })
      expect(imageOf(step).baseline).toMatchObject({ kind: 'image', reference: `${image}:main` })
    }
    const { step } = await onPullRequest(pull, { ...own, baseline: './main.json' })
    expect(step.exitCode).toBe(0)
    expect(step.stdout).toMatch(/^::notice::baseline "\.\/main\.json" is a file that git tracks/m)
  }, 60_000)
})
