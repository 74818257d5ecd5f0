import type { RuleCheck, ShopCheck } from './check.ts'
import { ignored } from './carts/ignored.ts'
import { noFreeDelivery } from './carts/no-free-delivery.ts'
import { oddSwap } from './carts/odd-swap.ts'
import { cyclic } from './cyclic.ts'
import { deadOffer } from './dead-offer.ts'
import { deadTrigger } from './dead-trigger.ts'
import { belowCost } from './deals/below-cost.ts'
import { dealNotChecked } from './deals/deal-not-checked.ts'
import { noRoomForDeal } from './deals/no-room-for-deal.ts'
import { otherDiscounts } from './deals/other-discounts.ts'
import { twoDeals } from './deals/two-deals.ts'
import { twoGifts } from './deals/two-gifts.ts'
import { duplicate } from './duplicate.ts'
import { excluded } from './excluded.ts'
import { gone } from './gone.ts'
import { joinWithoutData } from './join-without-data.ts'
import { neverTogether } from './never-together.ts'
import { noFallback } from './no-fallback.ts'
import { notInMarket } from './not-in-market.ts'
import { priceAbove } from './price-above.ts'
import { selfTarget } from './self-target.ts'
import { shadowed } from './shadowed.ts'
import { soldOut } from './sold-out.ts'
import { unpublished } from './unpublished.ts'
import { unreachableDate } from './unreachable-date.ts'
import { untied } from './untied.ts'

/** What is looked for in each rule, in the order in which it is told. */
export const RULE_CHECKS: readonly RuleCheck[] = [
  duplicate,
  deadTrigger,
  unreachableDate,
  deadOffer,
  soldOut,
  unpublished,
  notInMarket,
  excluded,
  gone,
  selfTarget,
  neverTogether,
  untied,
  joinWithoutData,
  shadowed,
  cyclic,
  priceAbove,
  dealNotChecked,
  noRoomForDeal,
  belowCost,
  twoDeals,
  twoGifts,
  noFreeDelivery,
  oddSwap,
  ignored,
  otherDiscounts,
]

/** What is looked for in all pages together. */
export const SHOP_CHECKS: readonly ShopCheck[] = [noFallback]
