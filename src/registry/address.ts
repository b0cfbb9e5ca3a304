import { BlockList, isIP } from 'node:net'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'

const DOCKER_HUB: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io'])

export function isDockerHub(registry: string): boolean {
  return DOCKER_HUB.has(registry)
}

/** Where a registry's API is: plain HTTP on this machine, HTTPS everywhere else. */
export function registryUrl(registry: string): URL {
  const url = new URL(`https://${registry}/v2/`)
  if (isLoopback(url.hostname)) url.protocol = 'http:'
  return url
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || matches(LOOPBACK, hostname)
}

/**
 * Resolves a `Location` against the URL it answered. It may lead to another host, as to a storage service, but
 * not to where only this machine can reach, nor from HTTPS to HTTP: a hostile registry must gain nothing.
 */
export function resolveLocation(location: string | null, from: URL, registry: URL): Parsed<URL> {
  if (location === null || location === '') return problem('names no Location')
  if (!URL.canParse(location, from.href)) return problem('names a Location that is no URL')
  const target = new URL(location, from)
  // Behind a TLS proxy a registry may think that it speaks HTTP: goharbor/harbor-helm#132.
  if (
    target.protocol === 'http:' &&
    registry.protocol === 'https:' &&
    target.hostname === registry.hostname
  ) {
    target.protocol = 'https:'
    target.port = registry.port
  }
  return checkTarget(target, registry)
}

/** The same rule for the token server that a challenge names. */
export function resolveRealm(realm: string | undefined, registry: URL): Parsed<URL> {
  if (realm === undefined || !URL.canParse(realm)) return problem('names no token server')
  return checkTarget(new URL(realm), registry)
}

function checkTarget(target: URL, registry: URL): Parsed<URL> {
  const { hostname, protocol } = target
  if (protocol !== 'https:' && protocol !== 'http:') return problem(`leads to a ${protocol} URL`)
  if (protocol === 'http:' && registry.protocol === 'https:')
    return problem(`leads from HTTPS to plain HTTP on ${hostname}`)
  const neighbour = hostname === registry.hostname || (isLoopback(hostname) && isLoopback(registry.hostname))
  if (!neighbour && (isLoopback(hostname) || matches(INTERNAL, hostname)))
    return problem(`leads to ${hostname}, an address of an internal network`)
  target.username = ''
  target.password = ''
  target.hash = ''
  return parsed(target)
}

type Subnet = readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6']

const LOOPBACK: readonly Subnet[] = [
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]

/** Unspecified, private, shared and link-local addresses: the cloud's metadata service is among the last. */
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

function matches(subnets: readonly Subnet[], hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  const version = isIP(address)
  if (version === 0) return false
  const list = new BlockList()
  for (const subnet of subnets) list.addSubnet(...subnet)
  return list.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
