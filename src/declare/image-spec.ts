import path from 'node:path'
import { type BaseSpec, parseBase, SCRATCH } from './base-spec.ts'
import { declareBinaries } from './binaries.ts'
import { declareBaseline } from './baseline.ts'
import { type Budget, parseBudget } from './budget.ts'
import { declareCompile, declarePlatforms, declareSource } from './declare-build.ts'
import { declareComment } from './declare-comment.ts'
import {
  declareAnnotations,
  declareCertificates,
  declareConfig,
  declareIndex,
  declareLabels,
  declareSmoke,
} from './declare-contents.ts'
import { checkPlaces, declareCapabilities, declarePackFiles, declareFiles } from './declare-files.ts'
import { declarePublish, declareRepositories } from './declare-publish.ts'
import { declareGo, declarePack } from './declare-toolchain.ts'
import type { Given } from './given.ts'
import type { Problem } from './problem.ts'
import type { Platform } from './platform.ts'
import { type Reader, readerOf } from './reader.ts'
import { recordInputs } from './recorded-inputs.ts'
import { checkSbom, declareSbom, sbomFiles } from './sbom.ts'
import type { RepositoryName } from './reference.ts'
import { pushReason } from './push.ts'
import type { ImageSpec, PlatformSpec, SharedSpec, Source } from './spec.ts'
import type { RunSpec } from './run-spec.ts'
import type { Surroundings } from './surroundings.ts'
import { isOthersCode } from './trust.ts'
import { sourceValues } from './source-values.ts'
import { parseTagPrefix } from './tags-wanted.ts'

export type Declared =
  | { readonly ok: true; readonly spec: ImageSpec; readonly run: RunSpec }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The last second that RFC 3339 can say. */
const LAST_SECOND = 253_402_300_799

/**
 * Checks what the user asks for and fills in the defaults, or returns all problems at once. It does not check whether
 * files exist; their paths in the spec are absolute.
 *
 * @param key of the image in bantam.yaml; `null` for the only image of a run without that file
 */
export function declareImage(given: Given, surroundings: Surroundings, key: string | null = null): Declared {
  const reader = readerOf(given)
  const directory = workingDirectoryOf(given, surroundings)
  const { within = '' } = surroundings
  const created = declareCreated(reader, surroundings)
  const values = sourceValues(surroundings, created)
  reader.value('tag-prefix', parseTagPrefix, '')
  const [firstPlatform, ...otherPlatforms] = declarePlatforms(reader)
  const platforms = [firstPlatform, ...otherPlatforms]
  const repositories = declareRepositories(reader)
  const budget = declareBudget(reader, platforms)
  const source = declareSource(reader, directory, firstPlatform)
  const name = nameOf(source)
  const title = name ?? titleOf(repositories, surroundings)
  const shared: SharedSpec = {
    name,
    workingDirectory: directory,
    go: declareGo(reader, directory),
    pack: declarePack(reader),
    compile: declareCompile(reader, source, surroundings, values),
    base: declareBase(reader, directory),
    certificates: declareCertificates(reader, directory),
    timezones: reader.choice('timezones', ['auto', 'all', 'none']),
    layerCompression: reader.choice('layer-compression', ['gzip', 'zstd']),
    budget,
    onOverBudget: reader.choice('on-over-budget', ['fail', 'fail-if-grown', 'warn']),
    baseline: declareBaseline(reader, surroundings, source, repositories, budget),
    smoke: declareSmoke(reader),
    othersCode: isOthersCode(surroundings),
    publish: declarePublish(reader, surroundings, repositories, values),
    sbom: declareSbom(reader),
    created,
    revision: surroundings.repository.commit,
  }
  const run = declareRun(reader, surroundings, shared, platforms, key)
  const sources = { surroundings, created, title, values, platforms }
  const labels = declareLabels(reader, sources)
  const declarePlatform = (platform: Platform): PlatformSpec => {
    const own = { ...shared, platform, source: declareSource(reader, directory, platform) }
    const manifest = declareAnnotations(reader, sources, { level: 'manifest', platform })
    const placed = declareFiles(reader, directory, platform)
    const { base } = shared
    const config = declareConfig(reader, labels, manifest, { ...placed, base })
    checkPlaces(reader, own, placed, config)
    const capabilities = declareCapabilities(reader)
    const packFiles = declarePackFiles(reader)
    const descriptorAnnotations = declareAnnotations(reader, sources, {
      level: 'manifest-descriptor',
      platform,
    })
    const { files, links } = placed
    const recorded = recordInputs(reader, { directory, within, platform }, isSeveral(own.source))
    const kept = Object.keys(recorded).length === 0 ? {} : { recorded }
    return { ...own, config, files, links, capabilities, packFiles, descriptorAnnotations, ...kept }
  }
  const spec: ImageSpec = {
    ...shared,
    platforms: [declarePlatform(firstPlatform), ...otherPlatforms.map(declarePlatform)],
    index: declareIndex(reader, labels, sources),
    binaries: declareBinaries(reader, surroundings.cwd, values, {
      output: shared.publish.output?.path ?? null,
      report: run.report,
    }),
  }
  checkSbom(reader, spec, run)
  const problems = reader.problems()
  return problems.length === 0 ? { ok: true, spec, run } : { ok: false, problems }
}

/** Absolute. Needed before the rest is declared: git is asked there. */
export function workingDirectoryOf({ values }: Given, { cwd }: Pick<Surroundings, 'cwd'>): string {
  return path.resolve(cwd, values['working-directory'] ?? '.')
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function declareCreated(reader: Reader, { env, repository }: Surroundings): number | null {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? ''
  if (epoch === '') return repository.committedAt
  if (/^\d{1,12}$/.test(epoch) && Number(epoch) <= LAST_SECOND) return Number(epoch)
  reader.wrong(
    'SOURCE_DATE_EPOCH',
    epoch,
    'is not a number of seconds since 1970; write one such as 1700000000',
  )
  return null
}

function declareBudget(reader: Reader, platforms: readonly Platform[]): Budget {
  const text = reader.listed('budget')
  if (text === null) return { kind: 'undeclared' }
  const budget = parseBudget(text, platforms)
  if (budget.ok) return budget.value
  for (const { line, because } of budget.wrong) reader.wrong('budget', line, because)
  return { kind: 'undeclared' }
}

function declareBase(reader: Reader, directory: string): BaseSpec {
  const inheritsUser = reader.text('user') === null
  return reader.value('base', text => parseBase(text, directory, inheritsUser), SCRATCH)
}

function isSeveral(source: Source): boolean {
  return source.kind === 'main' && source.mains.length > 1
}

function nameOf(source: Source): string | null {
  switch (source.kind) {
    case 'binary':
      return source.name
    case 'main':
      return source.mains[0]?.name ?? null
  }
}

/**
 * Returns the title of the image. It never uses the directory's name, because the same source must give the same image
 * at any path.
 */
function titleOf(repositories: readonly RepositoryName[], { repository }: Surroundings): string | null {
  return (repositories[0]?.repository ?? repository.source)?.split('/').at(-1) ?? null
}

function declareRun(
  reader: Reader,
  surroundings: Surroundings,
  { publish: { push, references }, sbom }: Pick<SharedSpec, 'publish' | 'sbom'>,
  platforms: readonly Platform[],
  key: string | null,
): RunSpec {
  const { env, cwd, event, base } = surroundings
  const report = reader.text('report')
  const wish = !reader.asked('push') ? 'auto' : push ? 'true' : 'false'
  const temporary = env['RUNNER_TEMP'] ?? ''
  const usual = reader.surface === 'action' && temporary !== '' ? path.join(temporary, 'bantam.json') : null
  const weighIn = report === null ? usual : path.resolve(cwd, report)
  return {
    report: weighIn,
    sboms: weighIn !== null && sbom.includes('file') ? sbomFiles(weighIn, platforms, key) : [],
    cache: reader.boolean('cache'),
    branch: event === 'push' ? base.branch : null,
    summary: reader.boolean('summary'),
    pushReason: pushReason(wish, surroundings, references),
    comment: declareComment(reader, surroundings),
  }
}
