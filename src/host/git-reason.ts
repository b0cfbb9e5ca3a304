import type { Finished } from './process.ts'

/** The reason that git gives, as a clause, without the password in a URL. */
export function gitReason({
  stderr,
  timedOut,
  stoodStill,
}: Pick<Finished, 'stderr' | 'timedOut' | 'stoodStill'>): string {
  if (timedOut || stoodStill) return 'git took too long'
  const lines = stderr.split(/[\r\n]+/).filter(line => line.trim() !== '')
  const said = lines.find(line => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? 'git does not say why'
  const reason = said
    .replace(/^(?:fatal|error): /, '')
    .replace(/\/\/[^/@\s]*@/g, '//***@')
    .replace(/\.$/, '')
  return ownershipReason(stderr) ?? reason
}

/**
 * The reason if another user owns the files, as in a container that a job's files are mounted into. It is recognized by
 * the command that git proposes.
 */
function ownershipReason(stderr: string): string | null {
  const place = /git config --global --add safe\.directory (.+)/.exec(stderr)?.[1]?.trim()
  return place === undefined
    ? null
    : `it has dubious ownership: another user owns ${place}; run git config --global --add safe.directory ${place}`
}
