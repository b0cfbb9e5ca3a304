import { clause } from './clause.ts'

/**
 * A URL as it may be shown: without user and password.
 *
 * @param shown the queries whose values are shown; those of others, which may be signatures, become `***`. Without it no query is shown.
 */
export function showUrl(url: string | URL, shown: ReadonlySet<string> | null = null): string {
  if (!URL.canParse(String(url))) return '(not a URL)'
  const { protocol, host, pathname, searchParams } = new URL(url)
  const query = [...searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${shown?.has(name) === true ? clause(value) : '***'}`,
  )
  return `${protocol}//${host}${pathname}${shown === null || query.length === 0 ? '' : `?${query.join('&')}`}`
}
