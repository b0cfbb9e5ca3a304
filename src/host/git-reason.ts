import type { Finished } from './process.ts'

/** What git gives for the reason, as a clause, without the password of an address. */
export function gitReason({ stderr, timedOut }: Pick<Finished, 'stderr' | 'timedOut'>): string {
  if (timedOut) return 'git took too long'
  const lines = stderr.split(/[\r\n]+/).filter(line => line.trim() !== '')
  const said = lines.find(line => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? 'git does not say why'
  const reason = said
    .replace(/^(?:fatal|error): /, '')
    .replace(/\/\/[^/@\s]*@/g, '//***@')
    .replace(/\.$/, '')
  // The way out stands some lines below: `git config --global --add safe.directory '…'`.
  const wayOut = lines.find(line => line.includes('--add safe.directory'))
  return wayOut === undefined ? reason : `${reason}; to allow it, run ${wayOut.trim()}`
}
