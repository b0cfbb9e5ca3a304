/**
 * Replaces every secret with `***`, the longest first, so that no part remains of a secret that contains another one.
 */
export function redact(text: string, secrets: ReadonlySet<string>): string {
  return [...secrets]
    .sort((a, b) => b.length - a.length)
    .reduce((said, secret) => said.replaceAll(secret, '***'), text)
}
