import { describe, expect, it } from 'vitest'
import { readCatalogLine } from './read-product.ts'

const productLine = {
  id: 'gid://shopify/Product/1',
  handle: 'robot',
  title: 'Robot',
  productType: 'Toy',
  vendor: 'Acme',
  tags: ['aa'],
  status: 'ACTIVE',
  publishedAt: '2026-01-01T00:00:00Z',
  isGiftCard: false,
  requiresSellingPlan: false,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00Z',
  category: { fullName: 'Toys & Games > Toys > Robotic Toys' },
  options: [{ name: 'Colour' }],
  featuredMedia: { preview: { image: { url: 'https://cdn.example.com/robot.svg' } } },
}

describe('readCatalogLine', () => {
  it('reads products, and what hangs on them by their parent', () => {
    expect(readCatalogLine(productLine, 'EUR')).toMatchObject({
      kind: 'product',
      product: {
        id: 1,
        type: 'Toy',
        category: 'Toys & Games > Toys > Robotic Toys',
        options: ['Colour'],
        status: 'active',
        updatedAt: Date.parse('2026-01-02T00:00:00Z'),
        pictureUrl: 'https://cdn.example.com/robot.svg',
      },
    })
    const variant = {
      id: 'gid://shopify/ProductVariant/5',
      title: 'Red',
      price: '19.90',
      compareAtPrice: '24.90',
      availableForSale: true,
      sku: 'R-1',
      inventoryQuantity: 3,
      selectedOptions: [{ name: 'Colour', value: 'Red' }],
      inventoryItem: { tracked: true, unitCost: { amount: '8.00' } },
      __parentId: 'gid://shopify/Product/1',
    }
    expect(readCatalogLine(variant, 'EUR')).toEqual({
      kind: 'variant',
      of: 1,
      variant: {
        ...{ id: 5, title: 'Red', price: 1990, compareAt: 2490, available: true },
        ...{ stock: 3, sku: 'R-1', options: ['Red'], cost: 800 },
      },
    })
    const metafield = { namespace: 'specs', key: 'needs', type: 'number_integer', value: '3', __parentId: 'gid://shopify/Product/1' }
    expect(readCatalogLine({ id: 'gid://shopify/Metafield/9', ...metafield }, 'EUR')).toEqual({
      kind: 'metafield',
      of: 1,
      metafield: { name: 'specs.needs', values: [3] },
    })
    const member = { id: 'gid://shopify/Collection/8', title: 'Toys', __parentId: 'gid://shopify/Product/1' }
    expect(readCatalogLine(member, 'EUR')).toEqual({ kind: 'member', of: 1, collection: 8, title: 'Toys' })
  })

  it.each<[unknown, RegExp]>([
    [undefined, /body/],
    [{ ...productLine, status: 'LOST' }, /status/],
    [{ ...productLine, publishedAt: 'yesterday' }, /publishedAt/],
    [{ ...productLine, id: 'gid://shopify/Order/1' }, /no product/],
    [
      {
        id: 'gid://shopify/ProductVariant/5',
        title: '',
        price: 'free',
        availableForSale: true,
        selectedOptions: [],
        __parentId: 'gid://shopify/Product/1',
      },
      /price/,
    ],
    [
      { id: 'gid://shopify/ProductVariant/5', title: '', price: '1', availableForSale: true, __parentId: 'gid://shopify/Nothing/1' },
      /__parentId/,
    ],
    [{ id: 'gid://shopify/Page/8', title: 'About', __parentId: 'gid://shopify/Product/1' }, /no collection/],
  ])('says why a line is none: %j', (line, why) => {
    const { id = null, __parentId = null } = (line ?? {}) as Readonly<Record<string, string>>
    expect(readCatalogLine(line, 'EUR')).toEqual({
      kind: 'broken',
      why: expect.stringMatching(why) as string,
      gid: id,
      parent: __parentId,
    })
  })
})
