import { foldAsLiquid } from '../../../../app/commerce/fold-as-liquid.ts'
import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { Goods } from '../../../../app/slots/visit.ts'
import type { Plan } from '../choose/subscription-of.ts'
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
  /** By the id of a variant. */
  readonly plans: ReadonlyMap<string, readonly Plan[]>
}

/** Products to ask about: those offered, those in the cart that guards ask about, and those offered by subscription. */
export interface Asked {
  readonly offers: readonly ProductId[]
  readonly cart: readonly ProductId[]
  readonly plans: readonly ProductId[]
}

export const NOTHING_TOLD: Told = { offers: new Map(), goods: new Map(), plans: new Map() }

const IN_CONTEXT = '@inContext(country: $country, language: $language)'
const OFFERS = `query Offers($ids: [ID!]!, $cart: [ID!]!, $plans: [ID!]!, $country: CountryCode, $language: LanguageCode) ${IN_CONTEXT} {
nodes(ids: $ids) { ... on Product { ${OFFER_FIELDS} } }
cart: nodes(ids: $cart) { ... on Product { id tags collections(first: 50) { nodes { id } } } }
plans: nodes(ids: $plans) { ... on Product { variants(first: 25) { nodes { id sellingPlanAllocations(first: 5) { nodes {
sellingPlan { id name recurringDeliveries } priceAdjustments { price { amount currencyCode } } } } } } } }
}`

/** Languages that Shopify tells apart by their region. */
const REGIONAL = ['PT_BR', 'PT_PT', 'ZH_CN', 'ZH_TW']

interface PlansNode {
  readonly variants?: {
    readonly nodes: readonly {
      readonly id: string
      readonly sellingPlanAllocations: {
        readonly nodes: readonly {
          readonly sellingPlan: { readonly id: string; readonly name: string; readonly recurringDeliveries: boolean }
          readonly priceAdjustments: readonly { readonly price: { readonly amount: string; readonly currencyCode: string } }[]
        }[]
      }
    }[]
  }
}

interface Answered {
  readonly nodes?: readonly (OfferNode | null)[]
  readonly cart?: readonly (CartNode | null)[]
  readonly plans?: readonly (PlansNode | null)[]
}

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

/** Asks all of it in one request. Undefined where Shopify does not answer; of what it keeps from us nothing is told. */
export async function askStorefront(query: Query, { offers, cart, plans }: Asked, shopper: Shopper): Promise<Told | undefined> {
  const variables = { ids: offers.map(gidOf), cart: cart.map(gidOf), plans: plans.map(gidOf), ...contextOf(shopper) }
  const { data } = await query(OFFERS, { variables }).catch(() => ({ data: undefined }))
  return data ? read(data as Answered) : undefined
}

function read({ nodes = [], cart = [], plans = [] }: Answered): Told {
  const offers = nodes.flatMap((node) => readOffer(node) ?? [])
  const goods = cart.flatMap((node): [ProductId, Goods][] => {
    const product = productIn(node?.id)
    if (!node || !product) return []
    const collections = (node.collections?.nodes ?? []).map(({ id }) => Number(id.slice(id.lastIndexOf('/') + 1)))
    return [[product, { tags: (node.tags ?? []).map(foldAsLiquid), collections }]]
  })
  return { offers: new Map(offers.map((offer) => [offer.product, offer])), goods: new Map(goods), plans: new Map(plans.flatMap(readPlans)) }
}

function readPlans(node: PlansNode | null): [string, readonly Plan[]][] {
  return (node?.variants?.nodes ?? []).map(({ id, sellingPlanAllocations }) => [
    id,
    // Pre-orders and the like are plans as well.
    sellingPlanAllocations.nodes.flatMap(({ sellingPlan: { id: plan, name, recurringDeliveries }, priceAdjustments: [first] }) =>
      first && recurringDeliveries ? [{ id: plan, name, amount: Number(first.price.amount), currency: first.price.currencyCode }] : [],
    ),
  ])
}
