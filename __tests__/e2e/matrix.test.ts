import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plan } from '../../src/plan/plan.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { bantam, cli, type Ended, sharedGoCache, temporaryDirectory } from '../support/cli.ts'
import { gitHubServer, TOKEN } from '../support/github-api.ts'
import { startHoldingProxy } from '../support/holding-proxy.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { installedAction, runStep, type Step } from '../support/runner.ts'
import { describeWith } from '../support/tools.ts'

const env = { ...process.env, XDG_CACHE_HOME: temporaryDirectory('cache'), GOCACHE: sharedGoCache }
const ACCEPT = 'application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json'
const PLATFORMS = ['linux/amd64', 'linux/arm64', 'linux/386', 'linux/riscv64']

function write(files: Readonly<Record<string, string>>): string {
  const directory = temporaryDirectory('matrix')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true })
    writeFileSync(path.join(directory, name), text)
  }
  return directory
}

const MAIN = 'package main\n\nimport "runtime"\n\nfunc main() { println(runtime.GOARCH) }\n'

/** Two services for four platforms: eight pieces. */
function services(address: string): string {
  return write({
    'go.mod': 'module example.com/both\n\ngo 1.21\n',
    'api/main.go': MAIN,
    'web/main.go': MAIN.replace('GOARCH', 'GOOS'),
    'bantam.yaml': `defaults:
  platforms: [${PLATFORMS.join(', ')}]
  budget: 4MB
  pack: off
  tags: [v1, latest]
images:
  api:
    main: ./api
    image: ${address}/o/api
  web:
    main: ./web
    image: ${address}/o/web
`,
  })
}

async function digestAt(address: string, name: string, tag: string): Promise<string | null> {
  const answer = await fetch(`http://${address}/v2/${name}/manifests/${tag}`, { headers: { accept: ACCEPT } })
  return answer.ok ? answer.headers.get('docker-content-digest') : null
}

interface Job {
  readonly image: string
  readonly platform: string
  readonly runner: string
  readonly id: string
}

describeWith(['docker-registry'], 'eight processes over one registry, of which one dies', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  it('moves no tag before the piece that is missing was built again', async () => {
    const proxy = await startHoldingProxy(registry.address, 8)
    const { address } = proxy
    const cwd = services(address)
    const run = (...args: readonly string[]) => bantam(args, { cwd, env })
    const planned = await run('plan', '--push', '--plan', 'plan.json')
    expect(planned).toMatchObject({ exitCode: 0 })
    const { include } = JSON.parse(planned.stdout) as { readonly include: readonly Job[] }
    expect(include.map(({ id }) => id).slice(0, 2)).toEqual(['api-linux-amd64', 'api-linux-arm64'])
    expect(include).toHaveLength(8)

    const argsOf = ({ image, platform, id }: Job) => {
      const piece = ['--plan', 'plan.json', '--only', image, '--platforms', platform]
      return ['build', '--push', ...piece, '--result', `results/${id}.json`]
    }
    const running = include.map(job => ({ job, ...begin(argsOf(job), cwd) }))
    await proxy.held
    // Seven end by themselves. The one whose last request is never answered is killed.
    const left = new Set(running)
    const ending = running.map(async one => {
      const code = await one.closed
      left.delete(one)
      return code
    })
    while (left.size > 1) await Promise.race([...left].map(({ closed }) => closed))
    const [killed] = left
    if (killed === undefined) throw new Error('all have ended')
    killed.process.kill('SIGKILL')
    const codes = await Promise.all(ending)
    expect(codes.filter(code => code !== 0)).toEqual([null])

    const merge = ['merge', '--push', '--plan', 'plan.json', '--results', 'results', '--report', 'all.json']
    const refused = await run(...merge)
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused.stderr).toContain(`has no result of ${killed.job.image} for ${killed.job.platform};`)
    for (const name of ['o/api', 'o/web'])
      for (const tag of ['v1', 'latest']) expect(await digestAt(address, name, tag)).toBeNull()

    proxy.release()
    expect(await run(...argsOf(killed.job))).toMatchObject({ exitCode: 0 })
    const merged = await run(...merge, '--json')
    expect(merged).toMatchObject({ exitCode: 0 })
    const weighIn = JSON.parse(merged.stdout) as WeighIn
    expect(weighIn.images).toMatchObject([
      { name: 'api', published: true, references: [`${address}/o/api:v1`, `${address}/o/api:latest`] },
      { name: 'web', published: true, budget: { status: 'within' } },
    ])
    for (const { name, digest, platforms } of weighIn.images) {
      expect(platforms.map(({ platform }) => platform)).toEqual(PLATFORMS)
      for (const tag of ['v1', 'latest']) expect(await digestAt(address, `o/${name}`, tag)).toBe(digest)
    }
    expect(JSON.parse(readFileSync(path.join(cwd, 'all.json'), 'utf8'))).toEqual(weighIn)

    // One run for all platforms gives the same bytes.
    const whole = await run('build', '--json', '--only', 'api,web')
    const alone = (JSON.parse(whole.stdout) as WeighIn).images.map(({ digest }) => digest)
    expect(alone).toEqual(weighIn.images.map(({ digest }) => digest))

    // Merged once more, nothing changes.
    expect(await run(...merge)).toMatchObject({ exitCode: 0 })
    await proxy.stop()
  }, 300_000)
})

interface Running {
  readonly process: ChildProcess
  readonly closed: Promise<number | null>
}

function begin(args: readonly string[], cwd: string): Running {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env, stdio: 'ignore' })
  return { process: child, closed: new Promise(resolve => child.once('close', resolve)) }
}

const TINY = { 'go.mod': 'module example.com/tiny\n\ngo 1.21\n', 'main.go': MAIN }

describeWith(['docker-registry'], 'the actions plan/ and merge/', () => {
  let registry: TestRegistry
  let action: string
  beforeAll(async () => {
    registry = await startRegistry()
    action = installedAction()
  })
  afterAll(() => registry.stop())

  const common = (name: string, budget = '3MB') => ({
    main: '.=tiny',
    platforms: 'linux/amd64,linux/arm64',
    pack: 'off',
    budget,
    image: `${registry.address}/o/${name}`,
    tags: 'v1',
    cache: 'false',
  })

  interface Matrix {
    readonly plan: Step
    readonly jobs: readonly Step[]
    readonly results: string
    readonly merge: Step
  }

  /** As a workflow runs it: plan, a job for each platform, merge. */
  async function runMatrix(
    inputs: Readonly<Record<string, string>>,
    event: 'push' | 'pull_request' = 'push',
    env: Readonly<Record<string, string>> = {},
  ): Promise<Matrix> {
    const workspace = write(TINY)
    const plan = await runStep(action, 'plan', { workspace, event, inputs, env })
    const { include } = JSON.parse(plan.outputs['matrix'] ?? '') as { readonly include: readonly Job[] }
    const results = temporaryDirectory('results')
    const token: Readonly<Record<string, string>> =
      env['GITHUB_API_URL'] === undefined ? {} : { 'github-token': TOKEN }
    const jobs: Step[] = []
    for (const { platform, id } of include) {
      const piece = { ...inputs, platforms: platform, plan: plan.outputs['plan'] ?? '' }
      const job = await runStep(action, 'main', { workspace, event, inputs: { ...piece, ...token }, env })
      mkdirSync(path.join(results, id))
      writeFileSync(path.join(results, id, 'result.json'), readFileSync(job.outputs['result'] ?? ''))
      jobs.push(job)
    }
    // It needs no checkout.
    const planId = { 'plan-id': plan.outputs['plan-id'] ?? '' }
    const merging = { plan: plan.outputs['plan'] ?? '', ...planId, results, ...token }
    const merge = await runStep(action, 'merge', { workspace: write({}), event, inputs: merging, env })
    return { plan, jobs, results, merge }
  }

  it('publish one index under the tags, and name it in the outputs', async () => {
    const { plan, jobs, merge } = await runMatrix(common('pushed'))
    expect(plan).toMatchObject({ exitCode: 0 })
    const written = JSON.parse(readFileSync(plan.outputs['plan'] ?? '', 'utf8')) as Plan
    expect(written.images[0].references).toEqual([`${registry.address}/o/pushed:v1`])
    expect(plan.outputs['plan-id']).toBe(written.id)
    expect(plan.stdout).toContain(`The id of the plan is ${written.id}.`)
    for (const job of jobs) {
      expect(job).toMatchObject({ exitCode: 0, outputs: { tags: '', 'budget-status': 'within' } })
      expect(job.outputs['image']).toBe(`${registry.address}/o/pushed@${job.outputs['digest']}`)
    }
    const { outputs } = merge
    expect(merge).toMatchObject({ exitCode: 0, outputs: { 'budget-status': 'within' } })
    expect(outputs['tags']).toBe(`${registry.address}/o/pushed:v1`)
    expect(outputs['image']).toBe(`${registry.address}/o/pushed@${outputs['digest']}`)
    expect(JSON.parse(outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': outputs['digest'],
      'containerimage.descriptor': { mediaType: 'application/vnd.oci.image.index.v1+json' },
    })
    expect(await digestAt(registry.address, 'o/pushed', 'v1')).toBe(outputs['digest'])
    expect(merge.summary).toContain('linux/arm64')
    const report = JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as WeighIn
    expect(report.images[0]?.platforms).toHaveLength(2)
  }, 120_000)

  it('push nothing on a pull request, judge the whole, and write one comment', async () => {
    const gitHub = await gitHubServer()
    const env = { GITHUB_API_URL: gitHub.url, GITHUB_REPOSITORY: 'o/r' }
    const { jobs, merge } = await runMatrix(common('pull-request'), 'pull_request', env)
    await gitHub.stop()
    // The jobs write none.
    expect(gitHub.commentsOn(7).map(({ body }) => body)).toEqual([
      expect.stringMatching(/linux\/amd64[^]*linux\/arm64/),
    ])
    expect(jobs).toMatchObject([{ exitCode: 0, outputs: { image: '' } }, { exitCode: 0 }])
    expect(merge).toMatchObject({ exitCode: 0, outputs: { image: '', tags: '', 'budget-status': 'within' } })
    const answer = await fetch(`http://${registry.address}/v2/o/pull-request/tags/list`)
    expect(answer.status).toBe(404)
  }, 120_000)

  it('move no tag where one platform is over its budget, and say which', async () => {
    const { jobs, merge } = await runMatrix(common('over', 'image@linux/amd64: 3MB\nimage@linux/arm64: 1MB'))
    expect(jobs.map(({ exitCode }) => exitCode)).toEqual([0, 1])
    expect(merge).toMatchObject({ exitCode: 1, outputs: { image: '', 'budget-status': 'over' } })
    expect(merge.summary).toContain('Over budget: image of linux/arm64')
    expect(await digestAt(registry.address, 'o/over', 'v1')).toBeNull()
  }, 120_000)

  it('refuse what the registry does not have', async () => {
    const { plan, results } = await runMatrix(common('forged'), 'pull_request')
    const inputs = { plan: plan.outputs['plan'] ?? '', results }
    const file = path.join(results, 'linux-amd64', 'result.json')
    // A plan that pushes, and results that say that they did.
    const forged = await runStep(action, 'plan', { workspace: write(TINY), inputs: common('forged') })
    const { id } = JSON.parse(readFileSync(forged.outputs['plan'] ?? '', 'utf8')) as Plan
    for (const name of ['linux-amd64', 'linux-arm64']) {
      const place = path.join(results, name, 'result.json')
      const result = JSON.parse(readFileSync(place, 'utf8')) as { readonly images: readonly object[] }
      const images = result.images.map(image => ({ ...image, pushed: true }))
      writeFileSync(place, JSON.stringify({ ...result, plan: id, images }))
    }
    const pushing = { ...inputs, plan: forged.outputs['plan'] ?? '' }
    const merge = await runStep(action, 'merge', { workspace: write({}), inputs: pushing })
    expect(merge).toMatchObject({ exitCode: 2, outputs: { image: '', tags: '' } })
    expect(merge.stdout).toContain('says that it was pushed, but the registry does not have it')
    expect(await digestAt(registry.address, 'o/forged', 'v1')).toBeNull()
    rmSync(file)
    const less = await runStep(action, 'merge', { workspace: write({}), inputs: pushing })
    expect(less).toMatchObject({ exitCode: 2 })
    expect(less.stdout).toContain('has no result of linux/amd64;')
  }, 120_000)

  it('refuse another plan than the one that was reported', async () => {
    const { plan, results } = await runMatrix(common('replaced'), 'pull_request')
    // What a job that is taken over uploads under the name of the plan: it pushes to another tag, without a budget.
    const own = { ...common('replaced'), tags: 'evil', budget: 'none' }
    const other = await runStep(action, 'plan', { workspace: write(TINY), inputs: own })
    const { 'plan-id': id = '' } = plan.outputs
    const inputs = { plan: other.outputs['plan'] ?? '', 'plan-id': id, results }
    const merge = await runStep(action, 'merge', { workspace: write({}), inputs })
    expect(merge).toMatchObject({ exitCode: 2, outputs: { image: '', tags: '' } })
    expect(merge.stdout).toContain(`plan-id "${id}" is not the id of`)
    expect(merge.stdout).toContain(`which is ${other.outputs['plan-id']}: the file was replaced`)
  }, 120_000)

  it('refuse a job that builds something else than the plan says', async () => {
    const workspace = write(TINY)
    const plan = await runStep(action, 'plan', { workspace, inputs: common('other') })
    const piece = { ...common('other'), platforms: 'linux/amd64', plan: plan.outputs['plan'] ?? '' }
    const rows = [
      [{ tags: 'v2' }, 'plan has the references'],
      [{ budget: '9MB' }, 'plan has the budget "image: 3MB" (fail), but this run has "image: 9MB" (fail)'],
      [{ ldflags: '-X main.a=b' }, 'plan was made with other settings than this run has'],
      [{ push: 'false' }, 'plan pushes, but this run does not'],
      [{ platforms: 'linux/s390x' }, 'is not in the plan, which has linux/amd64 and linux/arm64'],
      [{ only: 'api' }, 'is for a plan of several images, and this plan has one'],
    ] as const
    for (const [change, said] of rows) {
      const job = await runStep(action, 'main', { workspace, inputs: { ...piece, ...change } })
      expect([change, job.exitCode]).toEqual([change, 2])
      expect(job.stdout).toContain(said)
    }
  }, 120_000)
})

describe('bantam plan', () => {
  it.each([
    [['--platforms', 'linux/amd64'], '--plan is missing; write the path to write the plan to'],
    [['--plan', 'p.json', '--runners', 'arm64=x'], '--runners'],
    [['--plan', 'p.json', '--result', 'r.json'], 'is not a flag of bantam plan, but of bantam build'],
    [
      ['--plan', 'p.json', '--platforms', 'linux/amd64', '--runners', 'linux/arm64=x'],
      '--runners "linux/arm64" is not a platform of the plan, which has linux/amd64; leave it out, or add it to --platforms',
    ],
  ])('refuses %j', async (args, said) => {
    const ended = await bantam(['plan', '--main', '.=tiny', ...args], { cwd: write(TINY), env })
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ended.stderr).toContain(said)
  })
})

describe('bantam merge', () => {
  it.each<[readonly string[], string]>([
    [[], '--plan is missing; write the path of the plan'],
    [['--plan', 'plan.json'], '--results is missing'],
    [['--plan', 'none.json', '--results', 'r'], '--plan "none.json" cannot be read: there is no such file'],
    [['--plan', 'r', '--results', 'r'], '--plan "r" is not a regular file'],
    [['--plan', 'go.mod', '--results', 'r'], '--plan "go.mod" is not JSON'],
    [['here', '--plan', 'plan.json'], 'bantam merge takes no argument'],
  ])('refuses %j', async (args, said) => {
    const cwd = write({ ...TINY, 'r/x.json': '{}' })
    const ended: Ended = await bantam(['merge', ...args], { cwd, env })
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
    expect(ended.stderr).toContain(said)
  })

  it('refuses results that are none, and a directory without them', async () => {
    const cwd = write({ ...TINY, 'r/x.json': '{}', 'r/y.json': '[', 'empty/z.txt': '' })
    const planned = await bantam(['plan', '--main', '.=tiny', '--plan', 'plan.json'], { cwd, env })
    const { id } = JSON.parse(readFileSync(path.join(cwd, 'plan.json'), 'utf8')) as Plan
    expect(planned.stderr).toContain(`plan.json. Its id is ${id}.`)
    const wrong = await bantam(['merge', '--plan', 'plan.json', '--results', 'r'], { cwd, env })
    expect(wrong.stderr).toContain(
      '--results "r/x.json" is not a result: it is not what a result of this version has',
    )
    expect(wrong.stderr).toContain('--results "r/y.json" is not a result: it is not JSON')
    const none = await bantam(['merge', '--plan', 'plan.json', '--results', 'empty'], { cwd, env })
    expect(none.stderr).toContain('--results "empty" holds no file that ends in .json')
    const pushing = await bantam(['merge', '--push', '--plan', 'plan.json', '--results', 'r'], { cwd, env })
    expect(pushing.exitCode).toBe(2)
  })
})
