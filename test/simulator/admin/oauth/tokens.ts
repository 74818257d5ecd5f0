import { randomBytes } from 'node:crypto'

/** Shopify's numbers, in seconds. */
export const ACCESS_TOKEN_LIVES = 3600
export const REFRESH_TOKEN_LIVES = 90 * 24 * 3600
const ONLINE_TOKEN_LIVES = 24 * 3600
/** As milliseconds since 1970; it survives JSON, which Infinity does not. */
const FOREVER = Number.MAX_SAFE_INTEGER

export interface Grant {
  readonly accessToken: string
  readonly scopes: readonly string[]
  /** Seconds from now; null where the token lives until the app is removed. */
  readonly livesFor: number | null
  readonly refreshToken: string | null
}

/** The app's tokens in one shop. */
export interface Tokens {
  readonly grant: (kind: 'offline' | 'expiring-offline' | 'online', scopes: readonly string[]) => Grant
  /** A new pair for a refresh token; undefined where that is unknown, too old, or its successor has been used. */
  readonly refresh: (refreshToken: string) => Grant | undefined
  /** The scopes of a living access token. Using a token ends the refresh token that its pair replaced. */
  readonly use: (accessToken: string) => readonly string[] | undefined
  /** Ends every access token; refresh tokens live on. */
  readonly expire: () => void
  /** Ends every token. */
  readonly revokeAll: () => void
  /** Lets every living token do what these scopes allow, and no more. */
  readonly rescope: (scopes: readonly string[]) => void
  /** Every token that was ever given, dead ones as well. */
  readonly everGiven: () => readonly string[]
  /** All living tokens, to go on with after a restart. */
  readonly remember: () => TokenMemory
  readonly recall: (memory: TokenMemory) => void
}

export interface TokenMemory {
  readonly access: readonly (readonly [string, Held])[]
  readonly refresh: readonly (readonly [string, Held])[]
}

interface Held {
  readonly scopes: readonly string[]
  /** Milliseconds since 1970. */
  readonly until: number
  /** The refresh token that this one's pair took the place of. */
  readonly replaces: string | null
}

export function openTokens(now: () => Date): Tokens {
  const access = new Map<string, Held>()
  const refresh = new Map<string, Held>()
  const after = (seconds: number): number => now().getTime() + seconds * 1000
  const given: string[] = []
  const secret = (prefix: string): string => {
    const token = prefix + randomBytes(16).toString('hex')
    given.push(token)
    return token
  }

  const pair = (scopes: readonly string[], replaces: string | null): Grant => {
    const accessToken = secret('shpat_')
    const refreshToken = secret('shprt_')
    access.set(accessToken, { scopes, until: after(ACCESS_TOKEN_LIVES), replaces })
    refresh.set(refreshToken, { scopes, until: after(REFRESH_TOKEN_LIVES), replaces })
    return { accessToken, scopes, livesFor: ACCESS_TOKEN_LIVES, refreshToken }
  }

  return {
    grant(kind, scopes) {
      if (kind === 'expiring-offline') return pair(scopes, null)
      const livesFor = kind === 'online' ? ONLINE_TOKEN_LIVES : null
      const accessToken = secret(kind === 'online' ? 'shpua_' : 'shpat_')
      access.set(accessToken, { scopes, until: livesFor === null ? FOREVER : after(livesFor), replaces: null })
      return { accessToken, scopes, livesFor, refreshToken: null }
    },
    refresh(refreshToken) {
      const held = refresh.get(refreshToken)
      if (!held || held.until <= now().getTime()) return undefined
      if (held.replaces) refresh.delete(held.replaces)
      return pair(held.scopes, refreshToken)
    },
    use(accessToken) {
      const held = access.get(accessToken)
      if (!held || held.until <= now().getTime()) return undefined
      if (held.replaces) refresh.delete(held.replaces)
      return held.scopes
    },
    rescope(scopes) {
      for (const held of [access, refresh]) for (const [token, was] of held) held.set(token, { ...was, scopes })
    },
    expire: () => access.clear(),
    revokeAll() {
      access.clear()
      refresh.clear()
    },
    everGiven: () => given,
    remember: () => ({ access: [...access], refresh: [...refresh] }),
    recall(memory) {
      for (const [token, held] of memory.access) access.set(token, held)
      for (const [token, held] of memory.refresh) refresh.set(token, held)
    },
  }
}
