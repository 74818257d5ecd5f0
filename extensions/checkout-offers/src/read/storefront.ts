import { foldAsLiquid } from '../../../../app/commerce/fold-as-liquid.ts'
import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { Goods } from '../../../../app/slots/visit.ts'
import { gidOf, OFFER_FIELDS, productIn, readOffer, type Offer, type OfferNode } from '../offers.ts'

/** Shopify's own question to its Storefront API. */
export type Query = (
  query: string,
  options?: { variables?: Record<string, unknown> },
) => Promise<{ data?: unknown; errors?: readonly unknown[] }>

export interface Shopper {
  /** ISO 3166; undefined where nobody knows. */
  readonly country: string | undefined
  /** As browsers say it: "de", "pt-BR". */
  readonly language: string
}

/** What was asked for of the offered products and of those in the cart. */
export interface Told {
  readonly offers: ReadonlyMap<ProductId, Offer>
  readonly goods: ReadonlyMap<ProductId, Goods>
}

const IN_CONTEXT = '@inContext(country: $country, language: $language)'
const OFFERS = `query Offers($ids: [ID!]!, $cart: [ID!]!, $country: CountryCode, $language: LanguageCode) ${IN_CONTEXT} {
nodes(ids: $ids) { ... on Product { ${OFFER_FIELDS} } }
cart: nodes(ids: $cart) { ... on Product { id tags collections(first: 50) { nodes { id } } } }
}`

/** Languages that Shopify tells apart by their region. */
const REGIONAL = ['PT_BR', 'PT_PT', 'ZH_CN', 'ZH_TW']

interface CartNode {
  readonly id?: string
  readonly tags?: readonly string[]
  readonly collections?: { readonly nodes: readonly { readonly id: string }[] }
}

/** A shopper's country and language as variables of a query in their context. */
export function contextOf({ country, language }: Shopper): Record<string, unknown> {
  const whole = language.toUpperCase().replace('-', '_')
  return { country: country ?? null, language: REGIONAL.includes(whole) ? whole : whole.slice(0, 2) }
}

/** Asks for products and for what guards want to know of the cart's, in one request. Undefined where Shopify does not answer. */
export async function askStorefront(
  query: Query,
  wanted: readonly ProductId[],
  cart: readonly ProductId[],
  shopper: Shopper,
): Promise<Told | undefined> {
  const variables = { ids: wanted.map(gidOf), cart: cart.map(gidOf), ...contextOf(shopper) }
  const { data } = await query(OFFERS, { variables }).catch(() => ({ data: undefined }))
  return data ? read(data as { nodes?: readonly (OfferNode | null)[]; cart?: readonly (CartNode | null)[] }) : undefined
}

function read({ nodes = [], cart = [] }: { nodes?: readonly (OfferNode | null)[]; cart?: readonly (CartNode | null)[] }): Told {
  const offers = nodes.flatMap((node) => readOffer(node) ?? [])
  const goods = cart.flatMap((node): [ProductId, Goods][] => {
    const product = productIn(node?.id)
    if (!node || !product) return []
    const collections = (node.collections?.nodes ?? []).map(({ id }) => Number(id.slice(id.lastIndexOf('/') + 1)))
    return [[product, { tags: (node.tags ?? []).map(foldAsLiquid), collections }]]
  })
  return { offers: new Map(offers.map((offer) => [offer.product, offer])), goods: new Map(goods) }
}
