import type { BaselineReport } from '../weigh-in/weigh-in.ts'

/**
 * Describes what was compared with, or why nothing was: `the image ghcr.io/o/proxy:main, commit 0123456`. Not escaped.
 */
export function describeBaseline(baseline: BaselineReport): string {
  if (baseline.kind === 'none') return `no baseline${because(baseline.reason)}`
  if (baseline.reason !== null)
    return `the baseline (${named(baseline)}) could not be read${because(baseline.reason)}`
  return `${named(baseline)}${commitOf(baseline)}`
}

/** Names the commit: `, commit 0123456`. If it is not the one that the change starts from, names that one too. */
function commitOf({ revision, startsFrom }: BaselineReport): string {
  const commit = revision === null ? '' : `, commit ${revision.slice(0, 7)}`
  if (startsFrom === undefined) return commit
  return `${commit || ', of an unknown commit'} (this change starts from ${startsFrom.slice(0, 7)})`
}

function named({ kind, reference }: BaselineReport): string {
  const name = reference === null ? '' : ` ${reference}`
  switch (kind) {
    case 'image':
      return `the image${name}`
    case 'cache':
      return 'the weigh-in kept in the cache'
    case 'file':
      return reference ?? 'a file'
    case 'build':
      return `a build of the base${name}`
    case 'none':
      return 'nothing'
  }
}

function because(reason: string | null): string {
  return reason === null ? '' : `: ${reason}`
}
