/** The lines of an export as Shopify writes them: products 1 to `count` with what hangs on each. */
export function catalogLines(count: number): Record<string, unknown>[] {
  return numbers(count).flatMap((id) => {
    const product = `gid://shopify/Product/${id}`
    return [
      {
        id: product,
        handle: `product-${id}`,
        title: `Product ${id}`,
        productType: 'Thing',
        vendor: 'Maker',
        tags: ['blue', 'new'],
        status: 'ACTIVE',
        publishedAt: MADE,
        isGiftCard: false,
        requiresSellingPlan: false,
        createdAt: MADE,
        updatedAt: MADE,
        category: { fullName: 'Toys > Robots' },
        options: [{ name: 'Size' }],
        featuredMedia: { preview: { image: { url: `https://cdn.shopify.com/${id}.png` } } },
        variantsCount: { count: 1 },
      },
      {
        id: `gid://shopify/ProductVariant/${id}1`,
        title: 'Small',
        price: '12.50',
        compareAtPrice: '15.00',
        availableForSale: true,
        sku: `SKU-${id}`,
        inventoryQuantity: 5,
        selectedOptions: [{ name: 'Size', value: 'Small' }],
        inventoryItem: { tracked: true, unitCost: { amount: '4.00' } },
        __parentId: product,
      },
      { id: `gid://shopify/Collection/${(id % 3) + 1}`, title: `Collection ${(id % 3) + 1}`, __parentId: product },
      metafieldLine(id, 1, { key: 'size', type: 'single_line_text_field', value: 'AA' }),
      metafieldLine(id, 2, { key: 'fits', type: 'list.single_line_text_field', value: '["AA","AAA"]' }),
    ]
  })
}

export function metafieldLine(product: number, nth: number, told: { readonly key: string; readonly type: string; readonly value: string }) {
  return {
    id: `gid://shopify/Metafield/${product}${nth}`,
    namespace: 'specs',
    ...told,
    __parentId: `gid://shopify/Product/${product}`,
  }
}

/** The lines of orders 1 to `count`, each of one piece. */
export function orderLines(count: number): Record<string, unknown>[] {
  return numbers(count).flatMap((id) => [
    {
      id: `gid://shopify/Order/${id}`,
      processedAt: MADE,
      updatedAt: MADE,
      cancelledAt: null,
      test: false,
      subtotalLineItemsQuantity: 1,
      customer: { id: `gid://shopify/Customer/${id}` },
    },
    {
      id: `gid://shopify/LineItem/${id}1`,
      quantity: 1,
      currentQuantity: 1,
      product: { id: `gid://shopify/Product/${id}` },
      variant: { id: `gid://shopify/ProductVariant/${id}1` },
      originalUnitPriceSet: { shopMoney: { amount: '12.50', currencyCode: 'EUR' } },
      customAttributes: [{ key: '_tandem', value: 'product-page/rule/abc' }],
      __parentId: `gid://shopify/Order/${id}`,
    },
  ])
}

const MADE = '2026-11-01T10:00:00Z'
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
