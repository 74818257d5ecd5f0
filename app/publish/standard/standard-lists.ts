import { toGid, type ProductId } from '#app/commerce/ids.ts'
import type { FilledPlacement } from '#app/slots/slot.ts'

/** Shopify's own lists beside a product, named as `productRecommendations` names what it is asked for. */
export const INTENTS = ['complementary', 'related'] as const
export type Intent = (typeof INTENTS)[number]

/** Of Shopify's standard definitions, which anybody may write to who may write to products. */
export const STANDARD_NAMESPACE = 'shopify--discovery--product_recommendation'
export const STANDARD_KEYS: Readonly<Record<Intent, string>> = { complementary: 'complementary_products', related: 'related_products' }
export const STANDARD_TYPE = 'list.product_reference'

/** Shopify shows no more of a list. */
const MOST_LISTED = 10

/**
 * What rules put beside a product on its page, whatever the moment, as Shopify's own lists hold it; null where that is nothing.
 * What a model chose is never in it. Of two that never stand together, the first.
 */
export function listBeside(placements: readonly FilledPlacement[]): string | null {
  const listed = new Set<ProductId>()
  const slots = placements.filter(({ placement }) => placement === 'product-page').flatMap((page) => page.slots)
  for (const { slot } of slots) {
    if (slot.kind !== 'filled') continue
    for (const { product, otherwise = [], apart = [], ...first } of slot.cards) {
      const isByRule = [first, ...otherwise].some(({ reason, guard }) => reason.by === 'rule' && !guard)
      if (isByRule && listed.size < MOST_LISTED && !apart.some((other) => listed.has(other))) listed.add(product)
    }
  }
  return listed.size === 0 ? null : JSON.stringify([...listed].map((product) => toGid('Product', product)))
}

/** Whether two values name the same products in the same order, however they are written; null where there is no list. */
export function isSameList(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && inOneForm(one) === inOneForm(other))
}

function inOneForm(value: string): string {
  try {
    return JSON.stringify(JSON.parse(value))
  } catch {
    return value
  }
}
