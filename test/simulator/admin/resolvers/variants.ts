import { availableForSale } from '../../state/available.ts'
import { decimal } from '../../state/money.ts'
import type { Ask, Resolver, Resolvers } from '../ask.ts'
import { connection } from '../connection.ts'
import { globalId, numberOf } from '../global-id.ts'
import { compared, sameText, search, type Filters } from '../search-query.ts'
import { asType } from '../type-name.ts'
import { metafieldFields } from './metafield-fields.ts'
import { moneyOf } from './money.ts'
import { productSource, variantSource, variantsOf, type SoldVariant } from './sources.ts'

type OfVariant = Resolver<SoldVariant>
type OfItem = Resolver<{ readonly of: SoldVariant }>

const FILTERS: Filters<SoldVariant> = {
  text: ({ product, variant }) => `${product.title} ${variant.title} ${variant.sku}`,
  fields: {
    id: ({ variant }, term) => compared(variant.id, term),
    product_id: ({ product }, term) => compared(product.id, term),
    sku: ({ variant }, term) => sameText(variant.sku, term),
    title: ({ variant }, term) => sameText(variant.title, term),
    vendor: ({ product }, term) => sameText(product.vendor, term),
    product_type: ({ product }, term) => sameText(product.productType, term),
    tag: ({ product }, term) => product.tags.some((tag) => sameText(tag, term)),
  },
}

function found(ask: Ask, query: string | null | undefined): readonly SoldVariant[] {
  return search(
    [...ask.shop.products.values()].flatMap((product) => variantsOf(product, ask)),
    query,
    FILTERS,
  )
}

/** What keeps the stock of one variant; null where no variant has it. */
export function itemSource(ask: Ask, id: number | undefined): { readonly of: SoldVariant } | null {
  const of = [...ask.shop.variants.values()].find(({ variant }) => variant.inventoryItemId === id)
  return of ? asType('InventoryItem', { of }) : null
}

const title = ({ variant }: SoldVariant): string => variant.title

export const variantResolvers: Resolvers = {
  QueryRoot: {
    productVariant: ((_source, { id }, ask) => variantSource(ask, numberOf('ProductVariant', id))) satisfies Resolver<
      unknown,
      { id: string }
    >,
    productVariants: connection(
      (_source: unknown, { query }: { query?: string | null }, ask) => found(ask, query),
      ({ variant }) => variant.id,
    ),
    inventoryItem: ((_source, { id }, ask) => itemSource(ask, numberOf('InventoryItem', id))) satisfies Resolver<unknown, { id: string }>,
    productVariantsCount: ((_source, { query }, ask) => ({ count: found(ask, query).length, precision: 'EXACT' })) satisfies Resolver<
      unknown,
      { query?: string | null }
    >,
  },
  ProductVariant: {
    ...metafieldFields(({ variant }: SoldVariant) => globalId('ProductVariant', variant.id)),
    id: (({ variant }) => globalId('ProductVariant', variant.id)) satisfies OfVariant,
    legacyResourceId: (({ variant }) => String(variant.id)) satisfies OfVariant,
    title: title satisfies OfVariant,
    displayName: (({ product, variant }) => `${product.title} - ${variant.title}`) satisfies OfVariant,
    sku: (({ variant }) => variant.sku) satisfies OfVariant,
    barcode: () => null,
    price: (({ variant }) => decimal(variant.price)) satisfies OfVariant,
    compareAtPrice: (({ variant }) => (variant.compareAtPrice === null ? null : decimal(variant.compareAtPrice))) satisfies OfVariant,
    position: (({ product, variant }) => product.variants.indexOf(variant) + 1) satisfies OfVariant,
    taxable: () => true,
    availableForSale: (({ product, variant }) => availableForSale(product, variant)) satisfies OfVariant,
    inventoryQuantity: (({ variant }) => variant.stock ?? 0) satisfies OfVariant,
    sellableOnlineQuantity: (({ variant }) => variant.stock ?? 0) satisfies OfVariant,
    inventoryPolicy: (({ variant }) => (variant.continueSelling ? 'CONTINUE' : 'DENY')) satisfies OfVariant,
    inventoryItem: ((of) => asType('InventoryItem', { of })) satisfies OfVariant,
    selectedOptions: (({ product, variant }) =>
      product.options.map(({ name }, at) => ({ name, value: variant.options[at] ?? '' }))) satisfies OfVariant,
    product: (({ product }, _args, ask) => productSource(ask, product.id)) satisfies OfVariant,
    createdAt: (({ product }) => product.createdAt) satisfies OfVariant,
    updatedAt: (({ product }) => product.updatedAt) satisfies OfVariant,
  },
  InventoryItem: {
    id: (({ of }) => globalId('InventoryItem', of.variant.inventoryItemId)) satisfies OfItem,
    legacyResourceId: (({ of }) => String(of.variant.inventoryItemId)) satisfies OfItem,
    sku: (({ of }) => of.variant.sku) satisfies OfItem,
    tracked: (({ of }) => of.variant.stock !== null) satisfies OfItem,
    unitCost: (({ of }, _args, ask) =>
      of.variant.cost === undefined ? null : moneyOf(of.variant.cost, ask.shop.facts.currency)) satisfies OfItem,
    requiresShipping: (({ of }) => !of.product.isGiftCard) satisfies OfItem,
    variant: (({ of }, _args, ask) => variantSource(ask, of.variant.id)) satisfies OfItem,
  },
}
