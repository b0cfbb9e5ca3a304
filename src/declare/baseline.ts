import { type Clause, clause } from '../clause.ts'
import { input } from './input-part.ts'
import { type Budget, declaredLimits } from './budget.ts'
import { isOfGrowth, isPart, type Limit } from '../weigh-in/limit.ts'
import { metricRow } from '../weigh-in/metric.ts'
import type { AutoBaseline, BaselineSpec } from './baseline-spec.ts'
import { formatLimit } from './limit.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Reader } from './reader.ts'
import { didYouMean } from './nearest.ts'
import { formatReference, parseReference, type RepositoryName, slug } from './reference.ts'
import type { Source } from './spec.ts'
import type { BaseCommit, Surroundings } from './surroundings.ts'
import { FILE_NAME, readThingName } from './thing-name.ts'

export function declareBaseline(
  reader: Reader,
  surroundings: Surroundings,
  source: Source,
  repositories: readonly RepositoryName[],
  budget: Budget,
): BaselineSpec {
  const usual = auto(surroundings, repositories)
  const { commit } = surroundings.base
  const baseline = reader.value('baseline', text => parseBaseline(text, usual, commit), usual)
  const signed = declaredLimits(budget).filter(isOfGrowth)
  switch (baseline.kind) {
    case 'none':
      refuseNone(reader, signed)
      break
    case 'build': {
      const why = whyNotBuilt(source, signed, commit)
      if (why !== null) reader.wrong('baseline', 'build', why)
      break
    }
    case 'auto':
    case 'image':
    case 'file':
      break
  }
  return baseline
}

function refuseNone(reader: Reader, signed: readonly Limit[]): void {
  if (signed.length === 0) return
  reader.wrong(
    'baseline',
    'none',
    clause`gives ${listed(signed)} in ${input('budget')} nothing to compare with; write auto, or remove the limit`,
  )
}

/**
 * Explains why a limit cannot be checked against a base that is only compiled: the base is not packed, has no image and
 * is not started.
 */
function whyNotBuilt(source: Source, signed: readonly Limit[], base: BaseCommit): string | Clause | null {
  if (source.kind === 'binary')
    return clause`cannot compile ${input('binary')}, which is already built; write auto, or the weigh-in, image or layout to compare with`
  const beyond = signed.filter(needsImage)
  if (beyond.length > 0) {
    const instead = beyond.map(limit => formatLimit({ ...limit, subject: { kind: 'binary' } }))
    return clause`makes no image, so that ${listed(beyond)} in ${input('budget')} could not be measured; write ${[...new Set(instead)].join(' or ')}, which is before packing, or ${input('baseline', 'auto')}`
  }
  return base.status === 'unknown'
    ? `finds no commit to build: ${base.why}; write auto, or what to compare with`
    : null
}

function needsImage({ subject }: Limit): boolean {
  return !isPart(subject) && metricRow(subject.kind).needsImage
}

function listed(limits: readonly Limit[]): string {
  return limits.map(limit => `"${formatLimit(limit)}"`).join(' and ')
}

function parseBaseline(text: string, usual: BaselineSpec, base: BaseCommit): Parsed<BaselineSpec> {
  const given = text.trim()
  switch (given) {
    case '':
      return problem('is empty; write auto, build, none, or what to compare with')
    case 'auto':
      return parsed(usual)
    case 'none':
      return parsed({ kind: 'none' })
    case 'build':
      return parsed(
        base.status === 'known'
          ? { kind: 'build', commit: base.commit }
          : { kind: 'build', commit: null, why: base.why },
      )
    default:
      return parseNamed(given)
  }
}

/** Requires a path that looks like one, because a file that a pull request adds must not replace an image. */
function parseNamed(given: string): Parsed<BaselineSpec> {
  const named = readThingName(given)
  switch (named.kind) {
    case 'image':
      return parsed({ kind: 'image', reference: named.reference })
    case 'path':
      return parsed({ kind: 'file', path: named.path })
    case 'either': {
      const meant = didYouMean(given, ['auto', 'build', 'none'])
      if (meant !== '') return problem(`is neither an image nor a path${meant}`)
      const latest = parseReference(`${given}:latest`)
      const image =
        latest.ok && !FILE_NAME.test(given)
          ? `, or ${formatReference(latest.value)} for an image in a registry`
          : ''
      return problem(
        `is not written as a path; write ${given.startsWith('~') ? 'an absolute path' : `./${given}`}${image}`,
      )
    }
  }
}

/** Chooses the image in the first repository, with the tag of the target branch or of the branch that is pushed to. */
function auto({ surface, base }: Surroundings, [repository]: readonly RepositoryName[]): AutoBaseline {
  const { branch } = base
  const commit = base.commit.status === 'known' ? base.commit.commit : null
  const nowhere = (why: string): AutoBaseline => ({ kind: 'auto', commit, branch, reference: null, why })
  if (surface === 'terminal') return { ...nowhere('name one with --baseline'), commit: null, branch: null }
  const identifier = slug(branch ?? '')
  if (identifier === null) return nowhere('the event names no branch')
  if (repository === undefined) return nowhere('image names no repository to look for one in')
  return { kind: 'auto', commit, branch, reference: { ...repository, identifier }, why: null }
}
