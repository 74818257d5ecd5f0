import { expect, test } from 'vitest'
import { headingOf } from './heading-of.ts'

const page = (value: unknown, isoCode = 'en', type = 'shop') =>
  ({
    localization: { language: { value: { isoCode } } },
    appMetafields: { value: [{ target: { type, id: 'gid://shopify/Shop/1' }, metafield: { key: 'headings', value } }] },
  }) as unknown as Parameters<typeof headingOf>[0]
const said = JSON.stringify({ en: { checkout: 'Before you go', after: '' }, pt: { after: 7 } })

test('reads what stands over slots in the shopper’s language', () => {
  expect(headingOf(page(said), 'checkout')).toBe('Before you go')
  expect(headingOf(page(said, 'en-GB'), 'checkout')).toBe('Before you go')
})

test.each([
  ['in another language', page(said, 'de')],
  ['of a product', page(said, 'en', 'product')],
  ['that is no JSON', page('{')],
  ['that is null', page('null')],
  ['that is nothing', page(undefined)],
  ['that is no text', page(said, 'pt-BR')],
])('is nothing of what is written %s', (_, api) => {
  expect(headingOf(api, 'after')).toBeUndefined()
})
