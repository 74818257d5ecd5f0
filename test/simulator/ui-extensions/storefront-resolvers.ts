import { globalId, numberOf } from '../admin/global-id.ts'
import { asType } from '../admin/type-name.ts'
import type { Collection, Picture, Product, SellingPlan, Variant } from '../shop.ts'
import { priceBy } from '../selling-plan.ts'
import { inStock } from '../state/available.ts'
import type { AppMetafield, ShopState } from '../state/shop-state.ts'
import { isOnSale } from '../storefront/is-on-sale.ts'
import type { ShopperAsk, ShopperResolver, ShopperResolvers } from './shopper-ask.ts'
import { shopperConnection } from './shopper-connection.ts'

type OfProduct = ShopperResolver<Product>

/** As the Storefront API writes an amount: `29.0`, `12.5`. */
function money({ facts }: ShopState, cents: number) {
  const amount = cents / 100
  return { amount: Number.isInteger(amount) ? `${amount}.0` : String(amount), currencyCode: facts.currency }
}

/** Whether this shopper's market sells it: the catalogs of the market that visits belong to, where it has any. */
function isSoldHere({ facts, markets, marketCatalogs }: ShopState, { id }: Product): boolean {
  const market = [...markets.values()].find(({ handle }) => handle === (facts.market ?? 'primary'))
  const catalogs = (market?.catalogIds ?? []).flatMap((one) => marketCatalogs.get(one) ?? []).filter(({ status }) => status === 'ACTIVE')
  return catalogs.length === 0 || catalogs.some(({ productIds }) => productIds === null || productIds.includes(id))
}

function productNode({ shop }: ShopperAsk, id: string): Product | null {
  const product = shop.products.get(numberOf('Product', id) ?? -1)
  return product && isOnSale(product) && isSoldHere(shop, product) ? asType('Product', product) : null
}

function metafieldOf(product: Product, namespace: string | null | undefined, key: string, ask: ShopperAsk): Partial<AppMetafield> | null {
  const stored = namespace === undefined || namespace === null || namespace === '$app' ? ask.appNamespace : namespace
  const own = product.metafields.find((field) => field.namespace === stored && field.key === key)
  if (own) return { ...own }
  if (!ask.isStorefrontReadable('PRODUCT', stored, key)) return null
  return ask.shop.metafields.get(globalId('Product', product.id), stored, key) ?? null
}

const variants = shopperConnection<Product, Variant>(
  (product) => product.variants,
  ({ id }) => id,
)
const collections = shopperConnection<Product, Collection>(
  (product, ask) => [...ask.shop.collections.values()].filter(({ productIds }) => productIds.includes(product.id)),
  ({ id }) => id,
)

interface Allocated {
  readonly plan: SellingPlan
  readonly price: number
}

const allocations = shopperConnection<Variant, Allocated>(
  ({ id, price }, ask) => (ask.shop.variants.get(id)?.product.sellingPlans ?? []).map((plan) => ({ plan, price: priceBy(price, plan) })),
  ({ plan }) => plan.id,
)

/** As much of the Storefront API as our blocks ask; whatever else is asked fails loudly. */
export const storefrontResolvers: ShopperResolvers = {
  QueryRoot: {
    nodes: ((_source, { ids }, ask) => ids.map((id) => productNode(ask, id))) satisfies ShopperResolver<
      unknown,
      { ids: readonly string[] }
    >,
  },
  Product: {
    id: (({ id }) => globalId('Product', id)) satisfies OfProduct,
    onlineStoreUrl: ((product, _args, ask) => `${ask.storefrontUrl}/products/${product.handle}`) satisfies OfProduct,
    featuredImage: ((product) => product.picture) satisfies OfProduct,
    variants,
    collections,
    metafield: ((product, { namespace, key }, ask) => metafieldOf(product, namespace, key, ask)) satisfies ShopperResolver<
      Product,
      { namespace?: string | null; key: string }
    >,
  },
  ProductVariant: {
    id: (({ id }) => globalId('ProductVariant', id)) satisfies ShopperResolver<Variant>,
    availableForSale: ((variant) => inStock(variant)) satisfies ShopperResolver<Variant>,
    quantityRule: (({ quantityRule: { min = 1, max = null, increment = 1 } = {} }) => ({
      ...{ minimum: min, maximum: max, increment },
    })) satisfies ShopperResolver<{ quantityRule?: Partial<NonNullable<Variant['quantityRule']>> }>,
    price: ((variant, _args, ask) => money(ask.shop, variant.price)) satisfies ShopperResolver<Variant>,
    sellingPlanAllocations: allocations,
  },
  SellingPlanAllocation: {
    sellingPlan: (({ plan }) => plan) satisfies ShopperResolver<Allocated>,
    priceAdjustments: (({ price }, _args, ask) => [{ price: money(ask.shop, price) }]) satisfies ShopperResolver<Allocated>,
  },
  SellingPlan: {
    id: (({ id }) => globalId('SellingPlan', id)) satisfies ShopperResolver<SellingPlan>,
    recurringDeliveries: (({ isOnce }) => !isOnce) satisfies ShopperResolver<SellingPlan>,
  },
  Collection: { id: (({ id }) => globalId('Collection', id)) satisfies ShopperResolver<Collection> },
  Image: {
    url: ((picture, _args, ask) => ask.storefrontUrl + picture.path) satisfies ShopperResolver<Picture>,
  },
}
