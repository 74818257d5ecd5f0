import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { luckOf } from '../../simulator/world/random.ts'

/** How much one file holds. */
export interface Written {
  /** All lines of the file, and those of them that are an order's or a product's parts. */
  readonly lines: number
  readonly parts: number
}

const CHUNK = 2_000
const SECOND = 1_000
const START = Date.parse('2026-01-01T00:00:00Z')
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')

/** Writes a catalogue as Shopify's bulk export does: each product with one to three variants and a collection or two. */
export function writeProducts(path: string, products: number): Promise<Written> {
  const luck = luckOf('products')
  return write(path, products, (id) => {
    const gid = `gid://shopify/Product/${id}`
    const at = iso(START + id * SECOND)
    const variants = Array.from({ length: 1 + luck.below(3) }, (_, at) => ({
      id: `gid://shopify/ProductVariant/${id * 10 + at}`,
      title: `Variant ${at}`,
      price: '12.50',
      compareAtPrice: null,
      availableForSale: true,
      sku: `SKU-${id}-${at}`,
      inventoryQuantity: 10,
      selectedOptions: [{ name: 'Title', value: `Variant ${at}` }],
      inventoryItem: { tracked: true, unitCost: null },
      __parentId: gid,
    }))
    const head = {
      id: gid,
      handle: `product-${id}`,
      title: `Product ${id}`,
      productType: `Type ${id % 97}`,
      vendor: `Vendor ${id % 31}`,
      tags: [`tag-${id % 11}`, `tag-${id % 13}`],
      status: 'ACTIVE',
      publishedAt: at,
      isGiftCard: false,
      requiresSellingPlan: false,
      createdAt: at,
      updatedAt: at,
      category: null,
      options: [{ name: 'Title' }],
      variantsCount: { count: variants.length },
      featuredMedia: { preview: { image: { url: `https://cdn.shopify.com/s/files/1/1/files/${id}.png?v=1` } } },
    }
    const collections = Array.from({ length: 1 + luck.below(2) }, (_, at) => ({
      id: `gid://shopify/Collection/${1 + ((id + at) % 50)}`,
      title: `Collection ${1 + ((id + at) % 50)}`,
      __parentId: gid,
    }))
    const metafield = {
      id: `gid://shopify/Metafield/${id}`,
      namespace: 'specs',
      key: 'size',
      type: 'number_integer',
      value: String(id % 9),
      __parentId: gid,
    }
    return [head, ...variants, ...collections, metafield]
  })
}

/** Writes orders as Shopify's bulk export does: each with one to four lines, two and a half in the mean. */
export function writeOrders(path: string, orders: number, products: number): Promise<Written> {
  const luck = luckOf('orders')
  return write(path, orders, (id) => {
    const gid = `gid://shopify/Order/${id}`
    const at = iso(START + id * SECOND)
    const customer = { id: `gid://shopify/Customer/${1 + luck.below(orders)}` }
    const lines = Array.from({ length: 1 + luck.below(4) }, (_, place) => {
      const product = 1 + luck.below(products)
      return {
        id: `gid://shopify/LineItem/${id * 10 + place}`,
        quantity: 1,
        currentQuantity: 1,
        product: { id: `gid://shopify/Product/${product}` },
        variant: { id: `gid://shopify/ProductVariant/${product * 10}` },
        originalUnitPriceSet: { shopMoney: { amount: '12.5', currencyCode: 'EUR' } },
        customAttributes: [],
        __parentId: gid,
      }
    })
    return [{ id: gid, createdAt: at, updatedAt: at, cancelledAt: null, subtotalLineItemsQuantity: lines.length, customer }, ...lines]
  })
}

/** Children of the last chunk come before the next one's parents, and far from their own. */
async function write(path: string, count: number, make: (id: number) => readonly object[]): Promise<Written> {
  let lines = 0
  function* chunks(): Generator<string> {
    for (let first = 1; first <= count; first += CHUNK) {
      const heads: object[] = []
      const parts: object[] = []
      for (let id = first; id < Math.min(first + CHUNK, count + 1); id += 1) {
        const [head, ...rest] = make(id)
        heads.push(head!)
        parts.push(...rest)
      }
      lines += heads.length + parts.length
      yield [...heads, ...parts].map((line) => `${JSON.stringify(line)}\n`).join('')
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path))
  return { lines, parts: lines - count }
}
