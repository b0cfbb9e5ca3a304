import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { Environment } from './host.ts'
import { isLoopback } from './loopback.ts'
import { isWithin, parseSubnet } from './subnet.ts'

export interface Proxy {
  /** The variable that names the proxy: `HTTPS_PROXY`. */
  readonly variable: string
  /** Includes the user and password, if there are any. */
  readonly url: URL
}

/**
 * The proxy for a request; `null` if there is none. As in curl and Go, plain HTTP and HTTPS have a variable each, and
 * NO_PROXY names hosts that are reached directly. This machine is always reached directly.
 */
export function proxyFor(url: URL, env: Environment): Parsed<Proxy | null> {
  if (isLoopback(url.hostname) || isExempt(url, env)) return parsed(null)
  return readProxy(url.protocol === 'http:' ? 'http' : 'https', env)
}

/** A problem is a sentence without its end. */
function readProxy(scheme: 'http' | 'https', env: Environment): Parsed<Proxy | null> {
  const [variable, text] = firstSet(`${scheme}_proxy`, env)
  if (text === '') return parsed(null)
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.hostname === '')
    return problem(`${variable} is not the URL of a proxy; write http://host:port`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return problem(
      `${variable} names a ${url.protocol.replace(':', '')} proxy, which Bantam cannot use; name an http proxy`,
    )
  return parsed({ variable, url })
}

/** The URL of a proxy in a form that is safe to show: without user and password. */
export function showProxy({ url, variable }: Proxy): string {
  return `the proxy ${url.protocol}//${url.host} (${variable})`
}

/** The parts of the URL that must not be shown. */
export function secretsOf({ url: { username, password } }: Proxy): readonly string[] {
  if (password === '') return []
  const clear = decoded(password)
  const pair = Buffer.from(`${decoded(username)}:${clear}`).toString('base64')
  return [...new Set([password, clear, pair])]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether any request may have a proxy, according to Bantam or to Node. */
export function namesProxies(env: Environment): boolean {
  return (['http_proxy', 'https_proxy'] as const).some(name => firstSet(name, env)[1] !== '')
}

/** Reads a variable in curl's order: lower case first. An empty variable counts as unset. */
function firstSet(name: string, env: Environment): readonly [variable: string, text: string] {
  const upper = name.toUpperCase()
  const variable = (env[name] ?? '').trim() === '' ? upper : name
  return [variable, (env[variable] ?? '').trim()]
}

/**
 * Whether NO_PROXY names a URL's host. Commas or spaces separate the entries: `*`; a name, which includes all names
 * below it, optionally after a dot or `*.`; an address; a subnet such as `10.0.0.0/8`. All except a subnet may end in
 * `:port`, and then apply only to that port.
 */
function isExempt({ hostname, port, protocol }: URL, env: Environment): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  const dialed = port === '' ? (protocol === 'http:' ? '80' : '443') : port
  return noProxy(env).some(entry => {
    if (entry === '*') return true
    const subnet = parseSubnet(entry)
    if (subnet !== null) return isWithin([subnet], host)
    const [, name = '', only] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? []
    if (only !== undefined && Number(only) !== Number(dialed)) return false
    const address = parseSubnet(name)
    return address === null ? isBelow(host, name) : isWithin([address], host)
  })
}

function noProxy(env: Environment): readonly string[] {
  const [, text] = firstSet('no_proxy', env)
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(entry => entry !== '')
}

function isBelow(host: string, entry: string): boolean {
  const name = entry.replace(/^\*?\./, '').replace(/\.$/, '')
  return name !== '' && (host === name || host.endsWith(`.${name}`))
}
