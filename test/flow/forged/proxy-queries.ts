import fc from 'fast-check'
import { signProxy } from '../../simulator/app-proxy/sign-proxy.ts'

/** A query as it comes in at the storefront door, without its `?`. */
export interface ForgedQuery {
  readonly how: string
  readonly query: string
}

type Pairs = readonly (readonly [string, string])[]
const OURS = ['shop', 'timestamp', 'signature', 'logged_in_customer_id', 'path_prefix', 'product', 'placement'] as const
const encode = encodeURIComponent

function sign(pairs: Pairs, secret: string): string {
  const query = new URLSearchParams(pairs.map((pair) => [...pair]))
  query.append('signature', signProxy(query, secret))
  return String(query)
}

/** A query that Shopify signed for a shopper who is nobody, `seconds` after 1970. */
export function trueQuery(secret: string, shop: string, seconds: number, product = '1'): string {
  return sign(asked(shop, seconds, product), secret)
}

const asked = (shop: string, seconds: number, product: string): Pairs => [
  ['product', product],
  ['shop', shop],
  ['logged_in_customer_id', ''],
  ['path_prefix', '/apps/tandem'],
  ['timestamp', String(seconds)],
]

/** Queries that Shopify did not make so at `seconds` after 1970, each close to one that it would have made. */
export function forgedQueries(secret: string, shop: string, other: string, seconds: number): fc.Arbitrary<ForgedQuery> {
  const good = asked(shop, seconds, '1')
  const original = sign(good, secret)
  const parts = original.split('&')
  const name = fc.constantFrom(...OURS)
  const value = fc.oneof(
    fc.constantFrom('', '0', '7', other, shop, '/apps/tandem', String(seconds)),
    fc.string({ maxLength: 12 }),
    fc.webFragments(),
  )
  const form = fc.constantFrom('', '', '[]', '[0]', '%5B%5D', '.', '%00', '%20')
  const drop = (gone: string) => good.filter(([key]) => key !== gone)
  const named =
    (how: string) =>
    (query: string): ForgedQuery => ({ how, query })

  const put = fc
    .tuple(fc.nat(parts.length), name, form, value, fc.boolean())
    .map(([at, key, shape, text, raw]) => parts.toSpliced(at, 0, `${key}${shape}=${raw ? text : encode(text)}`).join('&'))
  const twiceSigned = fc
    .tuple(
      name.filter((key) => key !== 'signature'),
      value,
      fc.constantFrom('', '[]', '[0]'),
      fc.boolean(),
    )
    // A placement asked for once is no forgery.
    .filter(([key, , shape]) => key !== 'placement' || shape !== '')
    .map(([key, text, shape, first]) => sign(first ? [[key + shape, text], ...good] : [...good, [key + shape, text]], secret))
  return fc
    .oneof(
      put.map(named('a parameter more')),
      twiceSigned.map(named('a parameter twice, signed so')),
      fc.nat(parts.length - 1).map((at) => named('a parameter less')(parts.toSpliced(at, 1).join('&'))),
      fc.constantFrom('shop', 'timestamp').map((gone) => named(`no ${gone}, signed so`)(sign(drop(gone), secret))),
      fc
        .tuple(name, value)
        .map(([key, text]) => named('another value')(original.replace(new RegExp(`(^|&)${key}=[^&]*`), `$1${key}=${encode(text)}`))),
      fc
        .tuple(fc.nat(original.length - 1), fc.string({ unit: 'grapheme-ascii', maxLength: 2 }), fc.nat(2))
        .map(([at, text, gone]) => named('letters altered')(original.slice(0, at) + text + original.slice(at + gone))),
      fc.nat(original.length - 1).map((length) => named('cut short')(original.slice(0, length))),
      fc.string({ minLength: 1 }).map((key) => named('another key')(sign(good, `${key}.`))),
      fc.integer({ min: 120, max: 100_000_000 }).map((off) => named('too old')(sign(asked(shop, seconds - off, '1'), secret))),
      fc.integer({ min: 120, max: 100_000_000 }).map((off) => named('not yet')(sign(asked(shop, seconds + off, '1'), secret))),
      // Shopify signs the text without its seams: a shopper's own words, cut elsewhere, must not become Shopify's.
      fc.nat(9_999_999).map((customer) => {
        const written = sign([['a', `xlogged_in_customer_id=${customer}m`], ...drop('product')], secret)
        const signature = written.slice(written.lastIndexOf('=') + 1)
        const recut = [
          ['a', 'x'],
          ['logged_in_customer_id', String(customer)],
          ['mlogged_in_customer_id', ''],
          ...drop('product').slice(0, 1),
          ...drop('product').slice(2),
        ]
        return named('cut elsewhere')(`${recut.map(([key, text]) => `${key}=${encode(text!)}`).join('&')}&signature=${signature}`)
      }),
      fc.string({ maxLength: 300 }).map(named('any text')),
      fc.webQueryParameters().map(named('any query')),
    )
    .map(({ how, query }) => ({ how, query: query.replaceAll(/[^\x21-\x7e]/g, '~') }))
    .filter(({ query }) => words(query) !== words(original))
}

/** What a query says to a reader who takes each parameter once. */
function words(query: string): string {
  return JSON.stringify([...new URLSearchParams(query)].map((pair) => pair.join('=')).sort())
}
