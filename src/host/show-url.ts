import { excerpt } from './excerpt.ts'

/**
 * A URL in a form that is safe to show: without user and password.
 *
 * @param shown the query parameters whose values are shown. The values of others, which may be signatures, become
 * `***`. If it is left out, no query is shown.
 */
export function showUrl(url: string | URL, shown: ReadonlySet<string> | null = null): string {
  if (!URL.canParse(String(url))) return '(not a URL)'
  const { protocol, host, pathname, searchParams } = new URL(url)
  const query = [...searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${shown?.has(name) === true ? excerpt(value) : '***'}`,
  )
  return `${protocol}//${host}${pathname}${shown === null || query.length === 0 ? '' : `?${query.join('&')}`}`
}
