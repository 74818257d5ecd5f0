import ipaddr from 'ipaddr.js'

/**
 * The address that a request came from. Each proxy of ours appends the address that it saw to X-Forwarded-For; whatever
 * stands before those was written by the caller and says nothing. Where the header is shorter than it must be, the caller
 * has gone round the proxies: then it is the socket's own.
 */
export function callerAddress(forwarded: string | undefined, socket: string | undefined, trustedProxies: number): string {
  const own = socket ?? ''
  if (trustedProxies === 0) return own
  return forwarded?.split(',').at(-trustedProxies)?.trim() || own
}

/**
 * The name under which an address is counted: of IPv6 the first 48 bits, since whoever has one address of a site's network has all
 * of them, and its 65,536 smaller networks; an IPv4 address as it is, also where it is written as IPv6.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$/, '$1')
  if (!ipaddr.IPv6.isValid(bare)) return bare
  const found = ipaddr.IPv6.parse(bare)
  if (found.isIPv4MappedAddress()) return found.toIPv4Address().toString()
  const site = found.parts.slice(0, 3).map((part) => part.toString(16))
  return `${site.join(':')}::/48`
}
