import type { ProductId } from '#app/commerce/ids.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { Mix } from '#app/rules/mix.ts'
import { isOpenBesideProducts } from './what-mixes-ask.ts'

const MOST_NEAR = 8

/** What the machine finds near a product, nearest first: told where it may fill anything beside one. */
export function nearTo(product: ProductId, mix: Mix, companions: Companions): ProductId[] {
  if (!isOpenBesideProducts(mix)) return []
  return companions(product)
    .slice(0, MOST_NEAR)
    .map((companion) => companion.product)
}
