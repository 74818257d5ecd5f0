import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import { isSameList, type Intent } from './standard-lists.ts'
import { readLists } from './standard-store.server.ts'

/** What of a list is the merchant's: all of it, or what stood there before us where it is ours now. Null for nothing. */
export type MerchantsList = (product: ProductId, value: string) => string | null

export async function merchantsLists(shop: ShopId, intent: Intent): Promise<MerchantsList> {
  const lists = await readLists(shop, null)
  const ours = new Map(lists.filter((one) => one.intent === intent && !one.isLeft).map((one) => [one.product, one]))
  return (product, value) => {
    const kept = ours.get(product)
    const isOurs = kept && [kept.written, kept.writing].some((one) => one !== null && isSameList(value, one))
    return isOurs ? kept.before : value
  }
}
