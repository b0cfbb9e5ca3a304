/**
 * Whether a value of the file may have {{.Env.…}}. Also where quotes or backslashes stand between the letters, which some
 * inputs remove before they look for templates.
 */
export function readsEnvironment(text: string): boolean {
  const bare = text.replace(/["'`\\]/g, '')
  return bare.includes('{{') && /\.\s*Env\b/.test(bare)
}
