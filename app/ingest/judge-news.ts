import type { ProductId } from '#app/commerce/ids.ts'
import type { ReportedProduct } from './product-digest.ts'
import { reportedInventory, type HeldProduct } from './reported-inventory.ts'

/** One delivery about a product; what it tells is missing where it tells too little. */
export interface ProductNews {
  readonly id: ProductId
  readonly told?: ReportedProduct
}

/** What our own writing to a product is heard as: so many updates, stamped with this second (milliseconds) or the one before. */
export interface Echo {
  readonly id: ProductId
  readonly at: number
  readonly updates: number
}

/** The pieces at hand of all of a product's variants, and of which second that is. */
export type Inventory = Pick<HeldProduct, 'stock' | 'updatedAt'>

export interface Verdict {
  /** Shopify must be asked what these are now. */
  readonly ask: readonly ProductId[]
  /** Of these nothing has changed but the pieces at hand, and the deliveries say to what. */
  readonly stock: ReadonlyMap<ProductId, Inventory>
  /** Echoes of which something was heard, with what is still to come. */
  readonly heard: readonly Echo[]
}

/**
 * Looks for what deliveries about products are silent about. Each must be explained: by the pieces at hand that it changes, or
 * by an echo, which explains as many deliveries as it has updates. Where one is left over somebody has edited a metafield, and
 * where two contradict each other nobody knows: then the product is to be asked for. `held` is what our tables hold of the
 * products, with the second of which their stock is.
 */
export function judgeNews(news: readonly ProductNews[], held: ReadonlyMap<ProductId, HeldProduct>, echoes: readonly Echo[]): Verdict {
  const ask: ProductId[] = []
  const stock = new Map<ProductId, Inventory>()
  const heard: Echo[] = []
  for (const id of new Set(news.map((one) => one.id))) {
    const before = held.get(id)
    const ours = echoes.filter((echo) => echo.id === id)
    const after = explain(
      news.filter((one) => one.id === id),
      before,
      ours,
    )
    if (after.isUnclear) ask.push(id)
    else if (after.now && after.now !== before) stock.set(id, after.now)
    heard.push(...after.left.filter(({ updates }, at) => updates !== ours[at]!.updates))
  }
  return { ask, stock, heard }
}

/** Takes from the echoes whatever they can explain, also where the rest stays unclear: what they are heard as comes but once. */
function explain(news: readonly ProductNews[], before: HeldProduct | undefined, echoes: readonly Echo[]) {
  let now: Inventory | undefined = before
  let isUnclear = before === undefined
  const left = echoes.map((echo) => ({ ...echo }))
  const inOrder = news.toSorted((one, other) => (one.told?.updatedAt ?? 0) - (other.told?.updatedAt ?? 0))
  for (const { told } of inOrder) {
    const stock = told && before && reportedInventory(told, before)
    const isOther = stock && now && String(stock) !== String(now.stock)
    // Of two states of one second nobody knows which came first.
    if (!stock || (isOther && told.updatedAt === now?.updatedAt)) isUnclear = true
    if (isOther && told.updatedAt > now!.updatedAt) now = { stock, updatedAt: told.updatedAt }
    else {
      const echo = left.find(({ at, updates }) => updates > 0 && (told?.updatedAt === at || told?.updatedAt === at - 1_000))
      if (echo) echo.updates -= 1
      else isUnclear = true
    }
  }
  return { isUnclear, now, left }
}
