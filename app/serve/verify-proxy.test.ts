import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyProxy } from './verify-proxy.server.ts'

const SECRET = 'a-secret-of-the-test'
const NOW = 1_790_000_000_000

type Pairs = readonly (readonly [string, string])[]
const good: Pairs = [
  ['product', '7'],
  ['shop', 'ours.myshopify.com'],
  ['logged_in_customer_id', ''],
  ['path_prefix', '/apps/tandem'],
  ['timestamp', String(NOW / 1000)],
]
const encode = encodeURIComponent
const toQuery = (pairs: Pairs) => pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')
/** As Shopify signs: the values of a repeated key joined by commas. */
function sign(pairs: Pairs, secret = SECRET): string {
  const joined = new Map<string, string>()
  for (const [key, value] of pairs) joined.set(key, joined.has(key) ? `${joined.get(key)},${value}` : value)
  const text = Array.from(joined, ([key, value]) => `${key}=${value}`)
    .sort()
    .join('')
  return createHmac('sha256', secret).update(text).digest('hex')
}
const signed = (pairs: Pairs, secret = SECRET) => `${toQuery(pairs)}&signature=${sign(pairs, secret)}`
const judge = (query: string, now = NOW) => verifyProxy(query, SECRET, now)
const instead = (key: string, value: string): Pairs => good.map((pair) => (pair[0] === key ? [key, value] : pair))

describe('verifyProxy', () => {
  it('lets through what Shopify signed, in any order and encoding of the values', () => {
    const verdict = judge(signed(good))
    expect(verdict).toMatchObject({ kind: 'verified', shop: 'ours.myshopify.com' })
    expect(verdict.kind === 'verified' && verdict.asked.get('path_prefix')).toBe('/apps/tandem')
    expect(judge(signed(good.toReversed())).kind).toBe('verified')
    expect(judge(signed(good).replace('%2Fapps', '/%61pps')).kind).toBe('verified')
  })

  it.each([-90, 90])('lets clocks be %i s apart, and no more', (seconds) => {
    expect(judge(signed(good), NOW + seconds * 1000).kind).toBe('verified')
    expect(judge(signed(good), NOW + seconds * 1010).kind).toBe('refused')
  })

  it.each<[string, string]>([
    ['no query', ''],
    ['no signature', toQuery(good)],
    ['an empty signature', `${toQuery(good)}&signature=`],
    ['a signature in capitals', signed(good).replace(/[0-9a-f]{64}$/, (hex) => hex.toUpperCase())],
    ['a signature in base64', `${toQuery(good)}&signature=${encode(Buffer.from(sign(good), 'hex').toString('base64'))}`],
    ['half a signature', signed(good).slice(0, -32)],
    ['another secret', signed(good, 'another-secret')],
    ['no timestamp, signed so', signed(good.filter(([key]) => key !== 'timestamp'))],
    ['no shop, signed so', signed(good.filter(([key]) => key !== 'shop'))],
    ['an empty timestamp, signed so', signed(instead('timestamp', ''))],
    ['a timestamp that is none, signed so', signed(instead('timestamp', 'NaN'))],
    ['a timestamp in milliseconds, signed so', signed(instead('timestamp', String(NOW)))],
    ['an encoded key', signed(good).replace('shop=', 'sho%70=')],
    ['an array form', signed(good).replace('shop=', 'shop[]=')],
    ['a value that cannot be decoded', signed(good).replace('product=7', 'product=%ff')],
    ['a key of nobody', signed([...good, ['extra', '1']])],
    ['__proto__', signed([...good, ['__proto__', '1']])],
    ['a null byte', signed(instead('product', '7\0'))],
    ['ten megabytes', `${signed(good)}&x=${'x'.repeat(10_000_000)}`],
  ])('refuses %s', (_, query) => {
    expect(judge(query).kind).toBe('refused')
  })

  it.each(['shop', 'timestamp', 'signature', 'logged_in_customer_id', 'path_prefix', 'product'])(
    'refuses a repeated %s wherever it stands, even where Shopify signed both',
    (key) => {
      for (const value of ['1', '', 'evil.myshopify.com', good.find(([name]) => name === key)?.[1] ?? sign(good)]) {
        expect(judge(`${encode(key)}=${encode(value)}&${signed(good)}`).kind).toBe('refused')
        expect(judge(`${signed(good)}&${encode(key)}=${encode(value)}`).kind).toBe('refused')
        expect(judge(signed([[key, value], ...good])).kind).toBe('refused')
        expect(judge(signed([...good, [`${key}[]`, value]])).kind).toBe('refused')
        expect(judge(signed([...good, [`${key}[0]`, value]])).kind).toBe('refused')
      }
    },
  )

  it('does not let a shopper make himself a customer by cutting the signed text elsewhere', () => {
    // Shopify signs what the shopper wrote beside its own: here the text holds `logged_in_customer_id=7` by design.
    const written: Pairs = [['a', 'xlogged_in_customer_id=7m'], ...good.filter(([key]) => key !== 'product')]
    const recut: Pairs = [
      ['a', 'x'],
      ['logged_in_customer_id', '7'],
      ['mlogged_in_customer_id', ''],
      ...good.filter(([key]) => key !== 'product' && key !== 'logged_in_customer_id'),
    ]
    expect(sign(recut)).toBe(sign(written))
    expect(judge(`${toQuery(recut)}&signature=${sign(written)}`).kind).toBe('refused')
  })
})

/** Ways to change a query that Shopify signed. */
const key = fc.constantFrom('shop', 'timestamp', 'signature', 'logged_in_customer_id', 'path_prefix', 'product', 'placement', 'x')
const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', '0', '7', 'theirs.myshopify.com', '/apps/tandem'),
  fc.webFragments(),
)
const original = signed(good)
const forgery = fc.oneof(
  // A character altered, put in or taken out.
  fc
    .tuple(fc.nat(original.length - 1), fc.string({ unit: 'grapheme-ascii', maxLength: 2 }), fc.nat(2))
    .map(([at, text, gone]) => original.slice(0, at) + text + original.slice(at + gone)),
  // A parameter more, in any place and form, in and out of array form, encoded or not.
  fc
    .tuple(fc.nat(good.length + 1), key, value, fc.constantFrom('', '[]', '[0]', '%5B%5D', '%00', '+'), fc.boolean())
    .map(([at, name, text, form, raw]) =>
      original
        .split('&')
        .toSpliced(at, 0, `${name}${form}=${raw ? text : encode(text)}`)
        .join('&'),
    ),
  // A parameter less.
  fc.nat(good.length).map((at) => original.split('&').toSpliced(at, 1).join('&')),
  // Another value under the old signature.
  fc.tuple(key, value).map(([name, text]) => original.replace(new RegExp(`(^|&)${name}=[^&]*`), `$1${name}=${encode(text)}`)),
  // Signed by somebody else.
  fc.string({ minLength: 1 }).map((secret) => signed(good, `${secret}.`)),
  // Anything at all.
  fc.string({ maxLength: 300 }),
  fc.array(fc.tuple(key, value)).map((pairs) => toQuery(pairs)),
)

/** Whether two queries say the same to a reader who takes each parameter once. */
const sameWords = (a: string, b: string) => {
  const words = (query: string) => [...new URLSearchParams(query)].map((pair) => pair.join('=')).sort()
  return JSON.stringify(words(a)) === JSON.stringify(words(b))
}

describe('forgeries', () => {
  it('are refused, 20,000 of 20,000, and none crashes', () => {
    fc.assert(
      fc.property(forgery, (query) => {
        fc.pre(!sameWords(query, original))
        expect(judge(query).kind).toBe('refused')
      }),
      { numRuns: 20_000, seed: 20_261_121 },
    )
  })
})
