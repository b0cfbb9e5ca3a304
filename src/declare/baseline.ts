import type { Budget } from './budget.ts'
import { formatLimit } from './limit.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Reader } from './reader.ts'
import { type Reference, type RepositoryName, slug } from './reference.ts'
import type { Surroundings } from './surroundings.ts'

/** What the image is compared with. */
export type BaselineSpec =
  | { readonly kind: 'none' }
  /** What the user named: an image reference, an OCI layout, an archive, a weigh-in. */
  | { readonly kind: 'given'; readonly text: string }
  /** What the branch published last; a `null` reference: there is nowhere to look, and `why` is a clause. */
  | { readonly kind: 'auto'; readonly reference: Reference }
  | { readonly kind: 'auto'; readonly reference: null; readonly why: string }

export function declareBaseline(
  reader: Reader,
  surroundings: Surroundings,
  repositories: readonly RepositoryName[],
  budget: Budget,
): BaselineSpec {
  const usual = auto(surroundings, repositories)
  const baseline = reader.value('baseline', text => parseBaseline(text, usual), usual)
  const signed = budget.kind === 'limits' ? budget.limits.filter(({ bound }) => bound.kind !== 'size') : []
  if (baseline.kind === 'none' && signed.length > 0)
    reader.wrong(
      'baseline',
      'none',
      `leaves nothing that ${signed.map(limit => `"${formatLimit(limit)}"`).join(' and ')} in budget could be growth over; write auto, or take the limit out`,
    )
  return baseline
}

function parseBaseline(text: string, usual: BaselineSpec): Parsed<BaselineSpec> {
  const given = text.trim()
  switch (given) {
    case '':
      return problem('is empty; write auto, none, or what to compare with')
    case 'auto':
      return parsed(usual)
    case 'none':
      return parsed({ kind: 'none' })
    case 'build':
      return problem('is not to be had yet; write auto, none, or what to compare with')
    default:
      return parsed({ kind: 'given', text: given })
  }
}

/** The image that the base branch's tag names in the first repository: the branch that is merged into, or pushed to. */
function auto(surroundings: Surroundings, [repository]: readonly RepositoryName[]): BaselineSpec {
  const nowhere = (why: string): BaselineSpec => ({ kind: 'auto', reference: null, why })
  if (surroundings.surface === 'terminal') return nowhere('none was named, and baseline can name one')
  if (repository === undefined) return nowhere('image names no repository to look for one in')
  const identifier = slug(baseBranch(surroundings) ?? '')
  return identifier === null
    ? nowhere('the event is about no branch')
    : { kind: 'auto', reference: { ...repository, identifier } }
}

function baseBranch({ env, repository }: Surroundings): string | null {
  const base = env['GITHUB_BASE_REF'] ?? ''
  if (base !== '') return base
  return env['GITHUB_REF_TYPE'] === 'tag' ? null : repository.branch
}
