import { BlockList, isIP } from 'node:net'

export type Subnet = readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6']

/** Whether a URL's host is an IP address in one of these subnets. A name never is, whatever it resolves to. */
export function isWithin(subnets: readonly Subnet[], hostname: string): boolean {
  const address = withoutBrackets(hostname)
  const version = isIP(address)
  if (version === 0) return false
  const list = new BlockList()
  for (const subnet of subnets) list.addSubnet(...subnet)
  return list.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/** Reads `10.0.0.0/8`, `10.1.2.3`, `fd00::/8` or `[::1]`; `null` if the text is none of these. */
export function parseSubnet(text: string): Subnet | null {
  const slash = text.indexOf('/')
  const address = withoutBrackets(slash === -1 ? text : text.slice(0, slash))
  const version = isIP(address)
  if (version === 0) return null
  const longest = version === 4 ? 32 : 128
  const bits = slash === -1 ? String(longest) : text.slice(slash + 1)
  if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return null
  return [address, Number(bits), version === 4 ? 'ipv4' : 'ipv6']
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}
