import type { ProductId } from '../../../app/commerce/ids.ts'
import type { QuantityRule } from './choose/pieces.ts'

/** A choice of a product that can be bought today, for money. `amount` is in whole units of the currency, such as 12.5. */
export interface Choice {
  readonly id: string
  readonly title: string
  readonly amount: number
  readonly currency: string
  readonly rule: QuantityRule
}

/** A product as Shopify tells of it to this shopper: title, picture and prices in their country and language. */
export interface Offer {
  readonly product: ProductId
  readonly title: string
  readonly image: string | undefined
  /** Where the online store shows it. */
  readonly url: string | undefined
  readonly handle: string
  readonly choices: readonly Choice[]
  /** There are more choices than these. */
  readonly isPartial: boolean
}

/** As the query below asks for it. */
export interface OfferNode {
  readonly id?: string
  readonly title?: string
  readonly handle?: string
  readonly onlineStoreUrl?: string | null
  readonly isGiftCard?: boolean
  readonly requiresSellingPlan?: boolean
  readonly featuredImage?: { readonly url: string } | null
  readonly variants?: {
    readonly nodes: readonly {
      readonly id: string
      readonly title: string
      readonly availableForSale: boolean
      readonly price: { readonly amount: string; readonly currencyCode: string }
      readonly quantityRule?: QuantityRule
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean }
  }
}

export const OFFER_FIELDS = `id title handle onlineStoreUrl isGiftCard requiresSellingPlan
featuredImage { url(transform: { maxWidth: 128, maxHeight: 128 }) }
variants(first: 25) { nodes { id title availableForSale price { amount currencyCode } quantityRule { minimum maximum increment } } pageInfo { hasNextPage } }`

/** The number at the end of a product's global id; undefined where it is none. Some answers leave out all but the number. */
export function productIn(gid: string | undefined): ProductId | undefined {
  const id = Number(/^(?:gid:\/\/shopify\/Product\/)?(\d+)$/.exec(gid ?? '')?.[1])
  return Number.isSafeInteger(id) && id > 0 ? (id as ProductId) : undefined
}

export const gidOf = (product: ProductId) => `gid://shopify/Product/${product}`

const ANY_NUMBER: QuantityRule = { minimum: 1, maximum: null, increment: 1 }

/** Whether all choices of a product fit where somebody is about to pay; of more than these, one is made on the product's page. */
export const canBeChosen = ({ choices, isPartial }: Offer) => !isPartial && choices.length <= 25

/** The product that can be bought today for money, without a subscription; undefined where none of it can. */
export function readOffer(node: OfferNode | null | undefined): Offer | undefined {
  const product = productIn(node?.id)
  if (!node || !product || !node.title || node.isGiftCard || node.requiresSellingPlan) return undefined
  const choices = (node.variants?.nodes ?? []).flatMap(
    ({ id, title, availableForSale, price, quantityRule: rule = ANY_NUMBER }): Choice[] => {
      const amount = Number(price.amount)
      return availableForSale && amount > 0 ? [{ id, title, amount, currency: price.currencyCode, rule }] : []
    },
  )
  if (choices.length === 0) return undefined
  return {
    product,
    title: node.title,
    image: node.featuredImage?.url,
    url: node.onlineStoreUrl ?? undefined,
    handle: node.handle ?? '',
    choices,
    isPartial: node.variants?.pageInfo.hasNextPage ?? false,
  }
}
