import { describe, expect, it } from 'vitest'
import { encode, good, NOW, SECRET, sign, signed, toQuery, type Pairs } from '../../test/a/proxy-query.ts'
import { verifyProxy } from './verify-proxy.server.ts'

const judge = (query: string, now = NOW) => verifyProxy(query, [SECRET], now)
const instead = (key: string, value: string): Pairs => good.map((pair) => (pair[0] === key ? [key, value] : pair))

describe('verifyProxy', () => {
  it('lets through what Shopify signed, in any order and encoding of the values', () => {
    const verdict = judge(signed(good))
    expect(verdict).toMatchObject({ kind: 'verified', shop: 'ours.myshopify.com' })
    expect(verdict.kind === 'verified' && verdict.asked.get('path_prefix')).toBe('/apps/tandem')
    expect(judge(signed(good.toReversed())).kind).toBe('verified')
    expect(judge(signed(good).replace('%2Fapps', '/%61pps')).kind).toBe('verified')
  })

  it('lets what Shopify may add one day count for the signature', () => {
    const longer = signed([...good, ['country', 'CA'], ['zone', '']])
    expect(judge(longer)).toMatchObject({ kind: 'verified', shop: 'ours.myshopify.com' })
    expect(judge(longer.replace('country=CA', 'country=US')).kind).toBe('refused')
    expect(judge(longer.replace('&country=CA', '')).kind).toBe('refused')
  })

  it('lets through what either of two secrets has signed', () => {
    for (const secret of [SECRET, 'the-one-before'])
      expect(verifyProxy(signed(good, secret), [SECRET, 'the-one-before'], NOW).kind).toBe('verified')
    expect(verifyProxy(signed(good, 'a-third'), [SECRET, 'the-one-before'], NOW).kind).toBe('refused')
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
    ['a key that ends in one of Shopify’s', signed([...good, ['myshop', '1']])],
    ['a key that one of Shopify’s ends in', signed([...good, ['hop', '1']])],
    ['a value with an equals sign under a key of nobody', signed([...good, ['extra', 'a=1']])],
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
