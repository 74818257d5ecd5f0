import { expect } from 'vitest'
import type { Order, Product } from '../../simulator/shop.ts'
import type { ShopState } from '../../simulator/state/shop-state.ts'
import type { Remembered } from './remembered.ts'

const MOST_CARDS = 12

/**
 * What stands in the shop is what its rules and models say, told from its true state. Rules name a type and offer a type,
 * so they are told in three lines. Of models is said what any of them must: nothing that was never bought together, and
 * whatever was beyond all doubt.
 */
export function expectPublished(state: ShopState, shop: Remembered): void {
  const standing = offersStanding(state)
  const known = [...state.orders.values(), ...shop.unheardDeletions.values()]
  const orders = known.filter(({ id, cancelledAt }) => !shop.redactedOrders.has(id) && cancelledAt === null)
  for (const page of state.products.values()) {
    const offers = standing.get(page.id) ?? []
    const chosen = isSeen(page) ? chosenByRules(page, state, shop, orders) : []
    expect({ page: page.id, offers: offers.slice(0, chosen.length) }).toEqual({ page: page.id, offers: chosen })
    const more = offers.slice(chosen.length)
    if (!shop.open || !isSeen(page)) expect({ page: page.id, more }).toEqual({ page: page.id, more: [] })
    else expectLearnt(page, more, chosen, state, shop, orders)
  }
}

/** The same before anything is learnt anew from the orders: what rules choose is there, in whatever order. */
export function expectChosen(state: ShopState, shop: Remembered): void {
  const standing = offersStanding(state)
  for (const page of state.products.values()) {
    const offers = new Set(standing.get(page.id) ?? [])
    const chosen = new Set(isSeen(page) ? chosenByRules(page, state, shop, []) : [])
    if (!shop.open) expect({ page: page.id, offers }).toEqual({ page: page.id, offers: chosen })
    else expect({ page: page.id, missing: chosen.difference(offers) }).toEqual({ page: page.id, missing: new Set() })
  }
}

/** The offered products of each product, best first. */
export function offersStanding(state: ShopState): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const id of state.products.keys()) {
    const field = state.metafields.of(`gid://shopify/Product/${id}`).find(({ key }) => key === 'offers')
    if (field)
      found.set(
        id,
        (JSON.parse(field.value) as string[]).map((gid) => Number(gid.split('/').at(-1))),
      )
  }
  return found
}

const isSeen = ({ status, publishedAt }: Product) => status === 'ACTIVE' && publishedAt !== null
const isOfferable = (product: Product, { excluded }: Remembered) =>
  isSeen(product) && product.productType !== excluded && product.variants.some(({ stock }) => stock === null || stock > 0)

/** By the rules' ids, and of each rule what sold best; the smaller id where they sold alike. */
function chosenByRules(page: Product, state: ShopState, shop: Remembered, orders: readonly Order[]): number[] {
  const named = [...shop.rules].filter(([, rule]) => rule.active && rule.when === page.productType).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const chosen = named.flatMap(([, { where }]) =>
    [...state.products.values()]
      .filter((product) => product !== page && product.productType === where && isOfferable(product, shop))
      .map(({ id }) => ({ id, sold: soldOf(id, orders) }))
      .toSorted((a, b) => b.sold - a.sold || a.id - b.id)
      .slice(0, MOST_CARDS)
      .map(({ id }) => id),
  )
  return [...new Set(chosen)].slice(0, MOST_CARDS)
}

const soldOf = (product: number, orders: readonly Order[]) =>
  orders.flatMap(({ lines }) => lines).reduce((sum, line) => sum + (line.productId === product ? line.currentQuantity : 0), 0)

function expectLearnt(
  page: Product,
  more: readonly number[],
  chosen: readonly number[],
  state: ShopState,
  shop: Remembered,
  orders: readonly Order[],
): void {
  const baskets = orders.map(
    ({ lines }) => new Set(lines.filter(({ currentQuantity }) => currentQuantity > 0).map(({ productId }) => productId)),
  )
  const withPage = baskets.filter((basket) => basket.has(page.id))
  for (const id of more) {
    const product = state.products.get(id)
    expect({ page: page.id, id, offerable: product !== undefined && isOfferable(product, shop) }).toEqual({
      page: page.id,
      id,
      offerable: true,
    })
    expect({ page: page.id, id, together: withPage.some((basket) => basket.has(id)) }).toEqual({ page: page.id, id, together: true })
  }
  for (const other of state.products.values()) {
    if (other === page || chosen.includes(other.id) || !isOfferable(other, shop)) continue
    const together = withPage.filter((basket) => basket.has(other.id)).length
    const alone = baskets.filter((basket) => basket.has(other.id)).length - together + (withPage.length - together)
    const isBeyondDoubt = together >= 7 && alone <= 2 && baskets.length >= 3 * together
    if (isBeyondDoubt && chosen.length + more.length < MOST_CARDS) expect(more).toContain(other.id)
  }
}
