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
  featuredMedia: { preview: { image: { url: 'https://cdn.example.com/robot.svg' } } },
}

describe('readCatalogLine', () => {
  it('reads products, and what hangs on them by their parent', () => {
    expect(readCatalogLine(productLine, 'EUR')).toMatchObject({
      kind: 'product',
      product: {
        id: 1,
        type: 'Toy',
        status: 'active',
        updatedAt: Date.parse('2026-01-02T00:00:00Z'),
        pictureUrl: 'https://cdn.example.com/robot.svg',
      },
    })
    const variant = {
      id: 'gid://shopify/ProductVariant/5',
      title: 'Red',
      price: '19.90',
      availableForSale: true,
      __parentId: 'gid://shopify/Product/1',
    }
    expect(readCatalogLine(variant, 'EUR')).toEqual({
      kind: 'variant',
      of: 1,
      variant: { id: 5, title: 'Red', price: 1990, available: true },
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
      { id: 'gid://shopify/ProductVariant/5', title: '', price: 'free', availableForSale: true, __parentId: 'gid://shopify/Product/1' },
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
