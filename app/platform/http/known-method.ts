const KNOWN = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** What an answer says that a request came by a method which no address has; the framework cannot even make a request of some. */
export const ALLOW = KNOWN.join(', ')
export const isKnownMethod = (method: string | undefined): boolean => method !== undefined && KNOWN.includes(method)
