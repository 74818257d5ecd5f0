import type { Collection, Customer, Order, OrderLine, Product, Variant, World } from '../simulator/shop.ts'

const LONG_AGO = '2025-01-01T00:00:00.000Z'

/** A shop with nothing in it but what is given. */
export function aWorld({ facts, ...goods }: { readonly facts?: Partial<World['facts']> } & Partial<Omit<World, 'facts'>> = {}): World {
  return {
    facts: {
      domain: 'tiny.myshopify.com',
      handle: 'tiny',
      name: 'Tiny',
      currency: 'EUR',
      moneyFormat: '€{{amount}}',
      timezone: 'Europe/Vienna',
      plan: 'Basic',
      ...facts,
    },
    products: [],
    collections: [],
    customers: [],
    orders: [],
    ...goods,
  }
}

/** An ordinary product for sale with one variant, whose id is the product's times ten plus one. */
export function aProduct({
  id = 1,
  price = 1250,
  stock = 10,
  ...rest
}: Partial<Product> & { readonly price?: number; readonly stock?: number | null } = {}): Product {
  return {
    id,
    handle: `product-${id}`,
    title: `Product ${id}`,
    descriptionHtml: '<p>Good.</p>',
    productType: 'Thing',
    vendor: 'Maker',
    tags: [],
    status: 'ACTIVE',
    publishedAt: LONG_AGO,
    createdAt: LONG_AGO,
    updatedAt: LONG_AGO,
    isGiftCard: false,
    requiresSellingPlan: false,
    options: [{ name: 'Title', values: ['Default Title'] }],
    variants: [aVariant({ id: id * 10 + 1, price, stock })],
    picture: { path: `/cdn/products/product-${id}.svg`, alt: `Product ${id}`, width: 800, height: 800 },
    metafields: [],
    ...rest,
  }
}

export function aVariant(variant: Partial<Variant> & { readonly id: number }): Variant {
  return {
    title: 'Default Title',
    sku: `SKU-${variant.id}`,
    options: ['Default Title'],
    price: 1250,
    compareAtPrice: null,
    stock: 10,
    continueSelling: false,
    inventoryItemId: variant.id + 500_000,
    ...variant,
  }
}

export function aCollection({ id = 1, of = [], ...rest }: Partial<Collection> & { readonly of?: readonly Product[] } = {}): Collection {
  return {
    id,
    handle: `collection-${id}`,
    title: `Collection ${id}`,
    descriptionHtml: '',
    updatedAt: LONG_AGO,
    productIds: of.map((product) => product.id),
    ...rest,
  }
}

export function aCustomer({ id = 1, ...rest }: Partial<Customer> = {}): Customer {
  return { id, firstName: 'Ada', lastName: 'Sample', email: `customer-${id}@example.com`, phone: '+15555550100', ...rest }
}

/** An order of one piece of each product. */
export function anOrder({
  id = 1,
  of = [],
  createdAt = LONG_AGO,
  ...rest
}: Partial<Order> & { readonly of?: readonly Product[] } = {}): Order {
  const lines = of.map((product, at): OrderLine => ({
    id: id * 100 + at,
    productId: product.id,
    variantId: product.variants[0]!.id,
    title: product.title,
    variantTitle: 'Default Title',
    quantity: 1,
    currentQuantity: 1,
    price: product.variants[0]!.price,
    properties: {},
  }))
  return { id, name: `#${1000 + id}`, createdAt, updatedAt: createdAt, cancelledAt: null, customerId: null, lines, attributes: {}, ...rest }
}
