import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import type { Environment } from './host.ts'
import { isLoopback } from './loopback.ts'
import { isWithin, parseSubnet } from './subnet.ts'

export interface Proxy {
  /** The variable that names it: `HTTPS_PROXY`. */
  readonly variable: string
  /** With the user and password, if it has them. */
  readonly url: URL
}

/**
 * The proxy that a request goes through; `null` for none. As curl and Go do it, plain HTTP has one variable and HTTPS another, and
 * NO_PROXY names what is reached directly. What is on this machine always is.
 */
export function proxyFor(url: URL, env: Environment): Parsed<Proxy | null> {
  if (isLoopback(url.hostname) || isExempt(url, env)) return parsed(null)
  return readProxy(url.protocol === 'http:' ? 'http' : 'https', env)
}

/** The problem is a sentence without its end. */
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

/** A proxy as it may be shown: without its user and password. */
export function showProxy({ url, variable }: Proxy): string {
  return `the proxy ${url.protocol}//${url.host} (${variable})`
}

/** What must not be shown of it. */
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

/** Whether any request may have a proxy, by our reading or by Node's own. */
export function namesProxies(env: Environment): boolean {
  return (['http_proxy', 'https_proxy'] as const).some(name => firstSet(name, env)[1] !== '')
}

/** curl's order: the lower case first. A variable that is empty counts as unset. */
function firstSet(name: string, env: Environment): readonly [variable: string, text: string] {
  const upper = name.toUpperCase()
  const variable = (env[name] ?? '').trim() === '' ? upper : name
  return [variable, (env[variable] ?? '').trim()]
}

/**
 * Whether NO_PROXY names a URL's host. Entries stand between commas or spaces: `*`, a name with all names below it, with or
 * without a dot or `*.` before it, an address, a subnet as `10.0.0.0/8`; each but the last with `:port` if only that port is meant.
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
