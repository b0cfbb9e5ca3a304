import { showUrl } from '../host/show-url.ts'

/** Every other query parameter may hold a signature or the state of an upload. */
const SHOWN_QUERIES: ReadonlySet<string> = new Set(['digest', 'from', 'mount', 'scope', 'service'])

/** The URL of a request to a registry in a form that is safe to show. */
export function showRequestUrl(url: URL): string {
  return showUrl(url, SHOWN_QUERIES)
}
