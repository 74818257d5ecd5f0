import { readMarket } from '#app/ingest/read-market.ts'
import { readOrderLine } from '#app/ingest/read-order.ts'
import { readCatalogLine } from '#app/ingest/read-product.ts'
import { parseKeepable } from '#app/platform/parse-keepable.ts'
import { readComplements } from '#app/rules/import/read-complements.ts'
import { Garbled } from '#app/shopify/export/broken-line.ts'
import { cutLines } from '#app/shopify/export/cut-lines.ts'
import { aCatalog } from '../a/shop.ts'
import { readsInLinearTime, upTo } from './reads-in-linear-time.ts'

const shop = aCatalog()
const PRODUCT = {
  id: 'gid://shopify/Product/1',
  handle: 'a',
  title: 'b',
  productType: '',
  vendor: '',
  tags: [] as string[],
  status: 'ACTIVE',
  publishedAt: null,
  isGiftCard: false,
  requiresSellingPlan: false,
  createdAt: '2026-11-01T10:00:00Z',
  updatedAt: '2026-11-01T10:00:00Z',
  options: [],
  featuredMedia: null,
}
const VARIANT = {
  id: 'gid://shopify/ProductVariant/2',
  __parentId: PRODUCT.id,
  title: 'x',
  price: '1.00',
  availableForSale: true,
  selectedOptions: [],
}
const METAFIELD = {
  id: 'gid://shopify/Metafield/3',
  __parentId: PRODUCT.id,
  namespace: 'specs',
  key: 'size',
  type: 'single_line_text_field',
  value: '',
}
const HEAD = {
  id: 'gid://shopify/Order/1',
  processedAt: '2026-11-01T10:00:00Z',
  updatedAt: '2026-11-01T10:00:00Z',
  cancelledAt: null,
  test: false,
  customer: null,
}
/** Of short texts a parser of JSON keeps each once, which takes the longer the more there are: they are longer, or come again. */
const many = <Item>(size: number, item: (nth: number) => Item): Item[] =>
  Array.from({ length: Math.ceil(size / 10) }, (_, nth) => item(nth))

readsInLinearTime<unknown>(
  'an answer of GraphQL',
  {
    'a long title': (size) => ({ ...PRODUCT, title: upTo(size, 'a b ') }),
    'many tags': (size) => ({ ...PRODUCT, tags: many(size, String) }),
    'many faults': (size) => ({ ...PRODUCT, tags: many(size, Number) }),
    'a long time': (size) => ({ ...PRODUCT, createdAt: `2026-11-01T10:00:00.${upTo(size, '1')}x` }),
    'a long id': (size) => ({ ...PRODUCT, id: `gid://shopify/Product/${upTo(size, '1')}` }),
    'an id of words': (size) => ({ ...PRODUCT, id: `gid://shopify/${upTo(size, 'Product')}` }),
    'a long price': (size) => ({ ...VARIANT, price: `${upTo(size, '1')}.${upTo(size, '1')}` }),
    'many options': (size) => ({ ...VARIANT, selectedOptions: many(size, (nth) => ({ name: 'x', value: String(nth) })) }),
    'a long value': (size) => ({ ...METAFIELD, value: upTo(size, ' x') }),
    'a list of values': (size) => ({
      ...METAFIELD,
      type: 'list.single_line_text_field',
      value: JSON.stringify(many(size, (nth) => `a value of its own: ${nth}`)),
    }),
    'a list of measures': (size) => ({
      ...METAFIELD,
      type: 'list.weight',
      value: JSON.stringify(many(size, () => '{"value":1,"unit":"g"}')),
    }),
    'a number of many digits': (size) => ({ ...METAFIELD, type: 'number_decimal', value: upTo(size, '1') }),
    'a list that never ends': (size) => ({ ...METAFIELD, type: 'list.weight', value: upTo(size, '[') }),
    'an order’s time': (size) => ({ ...HEAD, processedAt: upTo(size, '2026-') }),
    'a line of an order': (size) => ({ id: `gid://shopify/LineItem/${upTo(size, '1')}`, __parentId: HEAD.id }),
    'many notes on a line': (size) => ({ id: 'x', __parentId: HEAD.id, customAttributes: many(size, () => ({ key: 'a', value: 'b' })) }),
    'what is no JSON': (size) => new Garbled(upTo(size, '"id":"gid://shopify/')),
    'what is no JSON, in words': (size) => new Garbled(`"id":"gid://shopify/${upTo(size, 'a')}`),
    complements: (size) => ({ owner: { id: PRODUCT.id }, value: JSON.stringify(many(size, (nth) => `gid://shopify/Product/${nth + 1}`)) }),
  },
  (json) => {
    readCatalogLine(json, 'EUR')
    readOrderLine(json)
    readComplements(json, shop, (_, all) => all)
  },
)

readsInLinearTime(
  'a market',
  { 'many catalogs': (size) => '{"status":"ACTIVE","publication":{"id":"gid://shopify/Publication/1"}},'.repeat(Math.ceil(size / 100)) },
  (text) => {
    const nodes = JSON.parse(`[${text.slice(0, text.lastIndexOf(','))}]`) as never
    return readMarket({ handle: 'eu', name: 'Europe', status: 'ACTIVE', catalogs: { nodes, pageInfo: { hasNextPage: false } } })
  },
)

readsInLinearTime(
  'JSON lines',
  {
    'many lines': (size) => [upTo(size, '{"id":"gid://shopify/Product/1"}\n')],
    'many lines, letter by letter': (size) => [...upTo(size, '{"id":"gid://shopify/Product/1"}\n')],
    'a long line, letter by letter': (size) => [...upTo(size, 'x')],
    'a long line, word by word': (size) => many(size, () => 'a long, long line; '),
    'lines beyond the bound': (size) => [`${upTo(size, `${'x'.repeat(200)}\n`)}`],
    'blank lines': (size) => [upTo(size, '\n')],
  },
  (parts) => {
    const lines = cutLines(100)
    for (const part of parts) for (const line of lines.take(part)) if (line !== '') readCatalogLine(line, 'EUR')
    return readCatalogLine(lines.last(), 'EUR')
  },
)

readsInLinearTime(
  'the escapes of JSON',
  {
    'null characters': (size) => `"${upTo(size, '\\u0000')}"`,
    'halves of characters': (size) => `"${upTo(size, '\\ud83d')}"`,
    'whole characters': (size) => `"${upTo(size, '\\ud83d\\ude00')}"`,
    backslashes: (size) => `"\\u0041${upTo(size, '\\\\')}"`,
  },
  (text) => {
    try {
      parseKeepable(text)
    } catch {
      // The last escape may be cut.
    }
  },
)
