import type { ProductId } from '#app/commerce/ids.ts'
import { INTENTS, type Intent } from './standard-lists.ts'
import { believed, judgeList, type Change, type FoundList, type StoredList, type Wish } from './standard-plan.ts'

/** One of Shopify's own lists, and what it is to hold. */
export interface WishedList {
  readonly intent: Intent
  readonly product: ProductId
  readonly wish: Wish
  readonly kept: StoredList | undefined
}

/** What is to be written to the shop. */
export interface ListChange extends WishedList, Change {
  readonly kind: 'write' | 'restore'
}

/** What follows from a look at lists: in the shop, and in our own memory alone. */
export interface ListPlan {
  readonly changes: readonly ListChange[]
  readonly adopted: readonly (WishedList & { readonly value: string; readonly before: string | null; readonly digest: string | null })[]
  readonly left: readonly WishedList[]
  readonly forgotten: readonly WishedList[]
}

/** Tells lists of which enough is known from those that Shopify must be asked about. */
export function productsToFetch(lists: readonly WishedList[]): { readonly known: WishedList[]; readonly blind: WishedList[] } {
  const blind = new Set(lists.filter(({ wish, kept }) => believed(wish, kept) === undefined))
  return { known: lists.filter((list) => !blind.has(list)), blind: [...blind] }
}

/** `found` is undefined where the product is gone. */
export function planLists(lists: readonly WishedList[], found: (list: WishedList) => FoundList | undefined): ListPlan {
  const plan = {
    changes: [] as ListChange[],
    adopted: [] as ListPlan['adopted'][number][],
    left: [] as WishedList[],
    forgotten: [] as WishedList[],
  }
  for (const list of lists) {
    const step = judgeList(list.wish, list.kept, found(list))
    switch (step.kind) {
      case 'nothing':
        break
      case 'write':
      case 'restore':
        plan.changes.push({ ...list, ...step })
        break
      case 'adopt':
        plan.adopted.push({ ...list, value: step.value, before: step.before, digest: step.digest })
        break
      case 'leave':
        plan.left.push(list)
        break
      case 'forget':
        plan.forgotten.push(list)
        break
      default:
        return step satisfies never
    }
  }
  return plan
}

/** A change of which Shopify said that something else stands there: nothing but another look tells what follows. */
export function overtakenBy({ intent, product, wish, before, ours, value, digest }: ListChange): WishedList {
  return { intent, product, wish, kept: { before, written: ours, digest, writing: value ?? '', isLeft: false, refused: null } }
}

/** Every list that is to hold something, or that we know of. `products` are those looked at; `listOf` is null where nothing is said. */
export function wishedLists(
  products: Iterable<ProductId>,
  listOf: (product: ProductId) => string | null,
  isOn: (intent: Intent) => boolean,
  kept: readonly (StoredList & { readonly intent: Intent; readonly product: ProductId })[],
): WishedList[] {
  return INTENTS.flatMap((intent) => {
    const known = new Map(kept.filter((one) => one.intent === intent).map((one) => [one.product, one]))
    if (!isOn(intent)) return [...known].map(([product, one]) => ({ intent, product, wish: { kind: 'off' }, kept: one }))
    return [...new Set([...products, ...known.keys()])].flatMap((product): WishedList[] => {
      const value = listOf(product)
      const wish: Wish = value === null ? { kind: 'nothing' } : { kind: 'show', value }
      return value === null && !known.has(product) ? [] : [{ intent, product, wish, kept: known.get(product) }]
    })
  })
}
