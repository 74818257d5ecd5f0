import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto'
import fc from 'fast-check'

export interface ForgedToken {
  readonly how: string
  readonly token: string
}

interface Known {
  readonly key: string
  readonly secret: string
  readonly shop: string
  /** A shop that has the app, too. */
  readonly other: string
}

const encoded = (part: unknown) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')
const HEADER = { alg: 'HS256', typ: 'JWT' }
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** Session tokens that Shopify did not make for this app, now; each close to one that it would have made. */
export function forgedSessionTokens({ key, secret, shop, other }: Known): fc.Arbitrary<ForgedToken> {
  const now = () => Math.floor(Date.now() / 1000)
  const claims = (changes: object = {}) => ({
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: key,
    sub: '1',
    exp: now() + 60,
    nbf: now() - 5,
    iat: now() - 5,
    jti: 'forged',
    sid: 'forged',
    ...changes,
  })
  const make = (body: unknown, { by = secret, hash = 'sha256', header = HEADER as object } = {}): string => {
    const said = `${encoded(header)}.${encoded(body)}`
    return `${said}.${createHmac(hash, by).update(said).digest('base64url')}`
  }
  const parts = (token: string) => token.split('.') as [string, string, string]
  const named = (how: string, token: string): ForgedToken => ({ how, token })
  const long = fc.integer({ min: 60, max: 10_000_000 })

  const unsigned = fc.constantFrom('none', 'None', 'NONE', 'nOnE', '').chain((alg) => {
    const [head, body, mark] = parts(make(claims(), { header: { alg, typ: 'JWT' } }))
    return fc.constantFrom(
      named('alg none', `${head}.${body}.`),
      named('alg none', `${head}.${body}`),
      named('alg none, signed', `${head}.${body}.${mark}`),
    )
  })
  const otherAlgorithm = fc.constantFrom('HS384', 'HS512', 'RS256', 'ES256', 'dir', 'hs256').map((alg) => {
    const hash = alg === 'HS384' ? 'sha384' : alg === 'HS512' ? 'sha512' : 'sha256'
    return named(`alg ${alg}`, make(claims(), { hash, header: { alg, typ: 'JWT' } }))
  })
  const ownKeyPair = fc.constant(encoded({ alg: 'RS256', typ: 'JWT', jwk: pair.publicKey.export({ format: 'jwk' }) })).map((head) => {
    const said = `${head}.${encoded(claims())}`
    return named('own key pair', `${said}.${signWith('sha256', Buffer.from(said), pair.privateKey).toString('base64url')}`)
  })
  const wrongKey = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((by) => by !== secret)
    .map((by) => named('wrong key', make(claims(), { by })))
  const wrongClaims = fc.oneof(
    fc
      .oneof(fc.string(), fc.constant([key]), fc.constant(null), fc.constant(`${key} `))
      .filter((aud) => aud !== key)
      .map((aud) => named('wrong audience', make(claims({ aud })))),
    long.map((ago) => named('expired', make(claims({ exp: now() - ago, nbf: now() - ago - 60, iat: now() - ago - 60 })))),
    long.map((ahead) => named('not yet valid', make(claims({ nbf: now() + ahead, exp: now() + ahead + 60 })))),
    fc
      .constantFrom(`https://${other}/admin`, `https://${shop}.evil.example/admin`, 'https://evil.example/admin', '', null, 7)
      .map((iss) => named('wrong issuer', make(claims({ iss })))),
    fc
      .constantFrom(`https://${other}`, `https://${shop}.evil.example`, 'https://evil.example', 'nonsense', '', null, 7, {})
      .map((dest) => named('wrong shop', make(claims({ dest })))),
    fc.constantFrom('iss', 'dest', 'aud', 'exp', 'nbf').map((gone) => named(`no ${gone}`, make(claims({ [gone]: undefined })))),
    fc.constantFrom('soon', null, {}, -1, '9999999999').map((exp) => named('exp is no time', make(claims({ exp })))),
  )
  const altered = fc.oneof(
    fc.constant(claims({ dest: `https://${other}`, iss: `https://${other}/admin` })).map((body) => {
      const [head, , mark] = parts(make(claims()))
      return named('another payload', `${head}.${encoded(body)}.${mark}`)
    }),
    fc.tuple(fc.nat(), fc.constantFrom(...'ABCDwxyz0189-_')).map(([at, letter]) => {
      const token = make(claims())
      // The last letter of a base64url part holds bits that mean nothing.
      const place = at % (token.length - 1)
      const put = token[place] === letter ? (letter === 'A' ? 'B' : 'A') : letter
      return named('one letter', token.slice(0, place) + put + token.slice(place + 1))
    }),
    fc.nat(200).map((length) => named('truncated', make(claims()).slice(0, length))),
    fc
      .constantFrom([0, 1], [1, 2], [0, 2], [0], [1], [2])
      .map((kept) => named('parts missing', kept.map((at) => parts(make(claims()))[at]).join('.'))),
    fc.constantFrom('.', '..', '...', ' ', 'null', 'undefined', '{}').map((token) => named('nonsense', token)),
    fc.constant(0).map(() => named('a part more', `${make(claims())}.x`)),
    fc.tuple(fc.json(), fc.json()).map(([head, body]) => named('any JSON', make(body, { header: JSON.parse(head) as object, by: 'x' }))),
    fc.json().map((body) => named('any body, right key', make(body))),
    fc.string({ maxLength: 300 }).map((token) => named('any text', token.replaceAll(/[^\x21-\x7e]/g, '~'))),
  )
  return fc.oneof(unsigned, otherAlgorithm, ownKeyPair, wrongKey, wrongClaims, altered)
}
