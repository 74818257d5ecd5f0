import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode, good, NOW, SECRET, sign, signed, textOf, toQuery, type Pairs } from '../../test/a/proxy-query.ts'
import { verifyProxy } from './verify-proxy.server.ts'

const judge = (query: string) => verifyProxy(query, [SECRET], NOW)

/** What a shopper may write beside what Shopify signs; much of it a piece of what Shopify writes. */
const piece = fc.constantFrom(
  'shop',
  'p',
  'hop',
  's',
  'd',
  'ix',
  'theirs.myshopify.com',
  'timestamp',
  'logged_in_customer_id',
  '7',
  'x',
  'z',
)
const written = fc.array(
  fc.tuple(
    fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
    fc.array(fc.oneof(piece, fc.constant('=')), { maxLength: 5 }).map((all) => all.join('')),
  ),
  { maxLength: 4 },
)

it('whatever a shopper writes, and wherever the signed text is cut, shop, customer and time stay Shopify’s', () => {
  fc.assert(
    fc.property(written, fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 }), (shoppers, cuts) => {
      const own: Pairs = [...good.filter(([name]) => name !== 'product'), ...shoppers]
      const text = textOf(own)
      // Every equals sign is the seam of a parameter or a letter of a value; between two of them a key begins somewhere.
      const between = text.split('=')
      const pairs = between.slice(1).map((part, at): [string, string] => {
        const next = at + 2 < between.length ? cuts[at % cuts.length]! % (part.length + 1) : part.length
        return ['', part.slice(0, next)]
      })
      pairs.forEach((pair, at) => (pair[0] = at === 0 ? between[0]! : between[at]!.slice(pairs[at - 1]![1].length)))
      const verdict = judge(`${toQuery(pairs)}&signature=${sign(own)}`)
      if (verdict.kind !== 'verified') return
      expect(verdict.shop).toBe('ours.myshopify.com')
      expect(verdict.asked.get('logged_in_customer_id')).toBe('')
      expect(verdict.asked.get('timestamp')).toBe(String(NOW / 1000))
    }),
    { numRuns: 50_000, seed: 20_261_128 },
  )
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
