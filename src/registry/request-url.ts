import { showUrl } from '../host/show-url.ts'

/** Every other query may carry a signature or an upload's state. */
const SHOWN_QUERIES: ReadonlySet<string> = new Set(['digest', 'from', 'mount', 'scope', 'service'])

/** The URL of a request to a registry, as it may be shown. */
export function showRequestUrl(url: URL): string {
  return showUrl(url, SHOWN_QUERIES)
}
