import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { SmokeSpec } from '../declare/spec.ts'
import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import { Failure } from '../failure.ts'
import { childEnvironment } from '../host/child-environment.ts'
import { entryPoint } from '../host/entry-point.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { Image } from '../image/image.ts'
import type { Entry, StoredFileEntry } from '../image/entry.ts'
import { readLayer } from '../image/read-layer.ts'
import { asRoot } from '../isolation/as-root.ts'
import type { Owner } from '../isolation/confinement.ts'
import type { IsolationWay } from '../isolation/isolation.ts'
import type { Service } from '../isolation/programs.ts'
import { smokeConfig, type SmokeConfig } from './smoke-config.ts'
import { HOSTNAME, smokeEntries } from './smoke-entries.ts'
import { candidates, smokeEnvironment } from './smoke-environment.ts'
import { writeSmokeMessage } from './smoke-message.ts'
import type { SmokeOutcome, SmokeRun } from './smoke-run.ts'

/** The finished image, as it would be published, and what the test requires of it. */
export interface SmokeRequest {
  readonly image: Image
  readonly smoke: SmokeSpec
  /** The files of the image's base; none on `scratch`. */
  readonly base?: readonly Entry[]
  /** 30 seconds where left out. */
  readonly limitMs?: number
}

export interface SmokeReport {
  readonly status: 'passed'
  /** What was seen, a clause each: `/hash abc ended with 0`, `8080/healthz answered 404`. */
  readonly seen: readonly string[]
}

const LIMIT_MS = 30_000
/** Time to make the namespaces and to write the files, which may take long on a busy machine. */
const SET_UP_MS = 300_000

/**
 * Runs the assembled file system in isolation before anything is published: no network but `lo`, the image's user
 * without any capability, and nothing of this machine visible. `smoke-args` must exit with 0, and `smoke-http` must
 * answer below 500, each within 30 s.
 *
 * @throws Failure `smoke-test` with what the service printed, or where this machine cannot isolate it.
 */
export async function smokeTest(host: Host, way: IsolationWay, request: SmokeRequest): Promise<SmokeReport> {
  if (way === 'process') throw notRun('this machine does not let Bantam make namespaces')
  const config = smokeConfig(request.image.config)
  const { base = [] } = request
  const own = (await Promise.all(request.image.layers.map(readLayer))).flat()
  const layers = [...asLinks(base, own), ...own]
  const owner = way === 'user' ? 'user' : 'root'
  const entries = laidOut(layers, owner, config)
  const directory = await mkdtemp(path.join(host.temporary, 'smoke-test-'))
  try {
    const seen: string[] = []
    for (const { argv, http } of checksOf(config, request)) {
      const service = serviceOf(config, request.smoke, layers, argv)
      const run = { owner, directory, service, http, limitMs: request.limitMs ?? LIMIT_MS } as const
      seen.push(verdict(run, await supervised(host, way, run, entries)))
    }
    return { status: 'passed', seen }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/**
 * Other names of a file become links to the first, unless that one is replaced: all programs of BusyBox are one file with
 * hundreds of names, and each would be written whole.
 */
function asLinks(base: readonly Entry[], own: readonly Entry[]): readonly Entry[] {
  const replaced = new Set(own.map(({ path }) => path))
  return base.map(entry => {
    if (entry.kind !== 'file' || entry.linkTo === undefined || replaced.has(entry.linkTo)) return entry
    const { path, uid, gid, linkTo } = entry
    return { kind: 'symlink', path, mode: 0o777, uid, gid, target: linkTo }
  })
}

/**
 * @throws Failure `smoke-test` for files that no container runtime could write: one below a link, or a link in the
 *   place of `/proc`.
 */
function laidOut(
  layers: readonly Entry[],
  owner: Owner,
  { user, workdir }: SmokeConfig,
): readonly (Entry | StoredFileEntry)[] {
  try {
    return smokeEntries(layers, owner, user, workdir)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw notRun(`the image's files cannot be unpacked (${cause.message})`)
  }
}

type Check = Pick<SmokeRun, 'http'> & Pick<Service, 'argv'>

function checksOf({ entrypoint, args }: SmokeConfig, { smoke }: SmokeRequest): readonly Check[] {
  const checks: Check[] = []
  if (smoke.args !== null) checks.push({ argv: [...entrypoint, ...smoke.args], http: null })
  if (smoke.http !== null) checks.push({ argv: [...entrypoint, ...args], http: smoke.http })
  return checks
}

function serviceOf(
  { env, user, workdir }: SmokeConfig,
  smoke: SmokeSpec,
  layers: readonly Entry[],
  argv: readonly string[],
): Service {
  const variables = smokeEnvironment({ ...env, ...smoke.env }, layers, user, HOSTNAME)
  const [program = '/'] = argv
  return {
    user,
    hostname: HOSTNAME,
    workdir,
    candidates: candidates(program, variables),
    argv,
    env: variables,
  }
}

async function supervised(
  host: Host,
  way: Exclude<IsolationWay, 'process'>,
  asked: SmokeRun,
  entries: readonly (Entry | StoredFileEntry)[],
): Promise<SmokeOutcome> {
  const [command, ...args]: readonly [string, ...string[]] =
    way === 'sudo' ? asRoot('smoke-supervisor') : [process.execPath, entryPoint('smoke-supervisor')]
  const finished = await run(host, command, args, {
    input: writeSmokeMessage(asked, entries),
    timeoutMs: SET_UP_MS + asked.limitMs,
    // The supervisor gets nothing of Bantam's environment: no secret, and no NODE_OPTIONS.
    env: childEnvironment(host, way === 'sudo' ? 'sudo' : 'shell'),
  })
  if (finished.exitCode === 0) return JSON.parse(finished.stdout) as SmokeOutcome
  const why = finished.timedOut
    ? 'its supervisor hung'
    : `its supervisor ended with ${finished.exitCode ?? finished.signal}`
  throw notRun(why, finished.stderr)
}

/** What was seen, as a clause. */
function verdict(asked: SmokeRun, outcome: SmokeOutcome): string {
  const command = asked.service.argv.join(' ')
  const probed = asked.http === null ? null : `${asked.http.port}${asked.http.path}`
  switch (outcome.kind) {
    case 'answered':
      return `${probed} answered ${outcome.status}`
    case 'ended':
      if (probed === null && outcome.exitCode === 0) return `${command} ended with 0`
      throw failed(asked, endOf(outcome, probed), outcome.output)
    case 'time limit':
      throw failed(asked, limitOf(asked, outcome.last, probed), outcome.output)
    case 'not started':
      throw failed(asked, clause`did not start (${outcome.reason})`, '')
    case 'not set up':
      throw notRun(`the image could not be isolated (${outcome.reason})`)
  }
}

function endOf(
  { exitCode, signal }: Extract<SmokeOutcome, { kind: 'ended' }>,
  probed: string | null,
): Clause {
  const ended = exitCode === null ? `was ended by ${signal}` : `ended with ${exitCode}`
  return probed === null
    ? clause`${ended}, and ${input('smoke-args')} must end with 0`
    : clause`${ended} before ${probed} answered`
}

function limitOf(asked: SmokeRun, last: string | null, probed: string | null): Clause {
  const limit = `${asked.limitMs / 1000} s`
  return probed === null
    ? clause`was still running after ${limit}, and ${input('smoke-args')} must end with 0`
    : clause`was given ${limit}, and at the last try ${probed} ${last ?? ''}, and ${input('smoke-http')} must answer below 500`
}

function failed({ service: { argv, user } }: SmokeRun, what: Clause, output: string): Failure {
  return new Failure(
    'smoke-test',
    {
      what: clause`the smoke test failed`,
      why: clause`${argv.join(' ')} as user ${user.uid}:${user.gid} in the finished image ${what}, and it printed ${output === '' ? 'nothing' : 'what follows'}`,
      fix: clause`correct the service, or what the image has for it`,
      state: clause`nothing was published`,
    },
    { output, fields: { command: argv.join(' ') } },
  )
}

function notRun(why: string, output = ''): Failure {
  return new Failure(
    'smoke-test',
    {
      what: clause`the smoke test was not run`,
      why: clause`${why}`,
      fix: clause`run Bantam as root, with passwordless sudo, or where users may make namespaces (with util-linux and tar), or leave out ${input('smoke-args')} and ${input('smoke-http')}`,
      state: clause`nothing was published`,
    },
    { output },
  )
}
