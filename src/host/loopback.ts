import { isWithin, type Subnet } from './subnet.ts'

const LOOPBACK: readonly Subnet[] = [
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]

/**
 * Whether the host in a URL is this machine: an address that never leaves it, or a name that RFC 6761 reserves for it.
 * What another name resolves to does not count, because the owner of the name can change that.
 */
export function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  return name === 'localhost' || name.endsWith('.localhost') || isWithin(LOOPBACK, name)
}
