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
 * of them, and its 65,536 smaller networks; an IPv4 address, also one written as IPv6, as it is.
 */
export function networkOf(address: string): string {
  const bare = address
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .split('%')[0]!
    .toLowerCase()
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(bare)?.[1]
  if (mapped) return mapped
  if (!bare.includes(':')) return bare
  const [before = '', after = ''] = bare.split('::')
  const [head, tail] = [before, after].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const missing = Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  return `${groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/48`
}
