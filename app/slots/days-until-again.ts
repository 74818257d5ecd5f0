import type { ProductId } from '#app/commerce/ids.ts'
import { mixAt, type Mix } from '#app/rules/mix.ts'
import type { ShopContext } from './shop-context.ts'

/** After how many days a customer's account says that it is time for a product again; undefined where it says nothing of it. */
export function daysUntilAgain(product: ProductId, mix: Mix, { boughtAgain }: Pick<ShopContext, 'boughtAgain'>): number | undefined {
  const isShown = mixAt(mix, 'account').slots.some(({ lock }) => lock !== 'off')
  return isShown ? boughtAgain?.(product) : undefined
}
