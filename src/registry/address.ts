import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import { isLoopback } from '../host/loopback.ts'
import { isWithin, type Subnet } from '../host/subnet.ts'

const DOCKER_HUB: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io'])

export function isDockerHub(registry: string): boolean {
  return DOCKER_HUB.has(registry)
}

/** The URL of a registry's API: plain HTTP on this machine, HTTPS everywhere else. */
export function registryUrl(registry: string): URL {
  const url = new URL(`https://${registry}/v2/`)
  if (isLoopback(url.hostname)) url.protocol = 'http:'
  return url
}

/**
 * Resolves a `Location` header against the URL of its response. It may lead to another host, such as a storage service,
 * but not to an address that only this machine can reach, nor to plain HTTP on another machine. Otherwise a hostile
 * registry could use Bantam to reach them.
 */
export function resolveLocation(location: string | null, from: URL, registry: URL): Parsed<URL> {
  if (location === null || location === '') return problem('names no Location')
  if (!URL.canParse(location, from.href)) return problem('names a Location that is no URL')
  const target = new URL(location, from)
  // Behind a TLS proxy, a registry may believe that it speaks HTTP: goharbor/harbor-helm#132.
  if (
    target.protocol === 'http:' &&
    registry.protocol === 'https:' &&
    target.hostname === registry.hostname
  ) {
    target.protocol = 'https:'
    target.port = registry.port
  }
  return checkTarget(target, from, registry)
}

/** Applies the same rule to the token server that a challenge names. */
export function resolveRealm(realm: string | undefined, registry: URL): Parsed<URL> {
  if (realm === undefined || !URL.canParse(realm)) return problem('names no token server')
  return checkTarget(new URL(realm), registry, registry)
}

function checkTarget(target: URL, from: URL, registry: URL): Parsed<URL> {
  const { hostname, protocol } = target
  if (protocol !== 'https:' && protocol !== 'http:') return problem(`leads to a ${protocol} URL`)
  if (protocol === 'http:' && from.protocol === 'https:')
    return problem(`leads from HTTPS to plain HTTP on ${hostname}`)
  const local = isLoopback(hostname)
  const isNeighbor = hostname === registry.hostname || (local && isLoopback(registry.hostname))
  // A registry on this machine may lead to other addresses here. A remote server that it redirected to may not.
  const isTrusted = isNeighbor && (!local || isLoopback(from.hostname))
  if (!isTrusted && (local || isWithin(INTERNAL, hostname)))
    return problem(`leads to ${hostname}, an address of an internal network`)
  if (protocol === 'http:' && !local)
    return problem(`leads to plain HTTP on ${hostname}, which only this machine may use`)
  target.username = ''
  target.password = ''
  target.hash = ''
  return parsed(target)
}

/** Unspecified, private, shared and link-local addresses. The metadata service of a cloud has a link-local one. */
const INTERNAL: readonly Subnet[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
]
