/** Replaces every secret by `***`, the longest first, so that one inside another leaves nothing over. */
export function redact(text: string, secrets: ReadonlySet<string>): string {
  return [...secrets]
    .sort((a, b) => b.length - a.length)
    .reduce((said, secret) => said.replaceAll(secret, '***'), text)
}
