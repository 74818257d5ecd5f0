import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** What Shopify's admin hands to an embedded app, and takes back for an access token. Times in seconds since 1970. */
export interface SessionClaims {
  readonly iss: string
  readonly dest: string
  readonly aud: string
  readonly sub: string
  readonly exp: number
  readonly nbf: number
  readonly iat: number
  readonly jti: string
  readonly sid: string
}

interface Signer {
  readonly key: string
  readonly secret: string
}

const LIVES_FOR = 60

/** A token that says: this user looks at this app in this shop, for a minute from `now`. */
export function signSessionToken(app: Signer, domain: string, now: Date): string {
  const iat = Math.floor(now.getTime() / 1000)
  const claims: SessionClaims = {
    iss: `https://${domain}/admin`,
    dest: `https://${domain}`,
    aud: app.key,
    sub: '1',
    exp: iat + LIVES_FOR,
    nbf: iat,
    iat,
    jti: randomUUID(),
    sid: randomUUID(),
  }
  const said = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`
  return `${said}.${signature(said, app.secret).toString('base64url')}`
}

/** The claims of a token that is ours, for this app and shop, and alive at `now`; undefined for any other text. */
export function readSessionToken(token: string, app: Signer, domain: string, now: Date): SessionClaims | undefined {
  const [header, body, mark, ...rest] = token.split('.')
  if (!header || !body || !mark || rest.length > 0) return undefined
  const given = Buffer.from(mark, 'base64url')
  const right = signature(`${header}.${body}`, app.secret)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  if (decoded<{ alg?: string }>(header).alg !== 'HS256') return undefined
  const claims = decoded<SessionClaims>(body)
  const seconds = now.getTime() / 1000
  const fits = claims.aud === app.key && claims.dest === `https://${domain}` && claims.nbf <= seconds && seconds < claims.exp
  return fits ? claims : undefined
}

function signature(said: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(said).digest()
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

/** Only for parts whose signature was right, so that what was encoded here is decoded. */
function decoded<T>(part: string): T {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as T
}
