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
