import type { ShopId } from '#app/commerce/ids.ts'
import { eachPurchase } from './each-purchase.server.ts'
import { fairness, type Purchase } from './purchases.ts'

/** The shop's orders that may speak for what goes together, oldest first. */
export async function readPurchases(shop: ShopId, now: number): Promise<Purchase[]> {
  const isFair = fairness(now)
  const fair: Purchase[] = []
  await eachPurchase(shop, now, (batch) => {
    for (const purchase of batch) if (isFair(purchase)) fair.push(purchase)
  })
  return fair.reverse()
}
