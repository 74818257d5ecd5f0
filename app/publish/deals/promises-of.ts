import type { ProductId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import type { Product } from '#app/commerce/product.ts'
import { floorOf, type Deal, type ProductDeals } from '#app/offers/deal.ts'
import { savingOn } from '#app/offers/saving.ts'
import { termsAt } from '#app/offers/terms.ts'
import type { PromisedBeside } from '#app/publish/plan.ts'
import type { Promised } from '#app/slots/promised.ts'
import { floorBinds } from './floor-binds.ts'

/** What cards may promise: what the deals that stand in the shop take off, in the words of their rule. */
export function promisesOf(
  beside: ReadonlyMap<ProductId, ProductDeals>,
  stands: (deal: Deal) => boolean,
  productOf: (id: ProductId) => Product | undefined,
  currency: string,
): PromisedBeside {
  return (trigger, card, rule) => {
    const deal = beside.get(trigger)?.deals.find((one) => one.rule === rule && one.offered.includes(card))
    return deal && stands(deal) ? promisedOf(deal, card, productOf, currency) : undefined
  }
}

/** All that cards beside products promise, as JSON by page. */
export function writtenPromises(beside: ReadonlyMap<ProductId, ProductDeals>, promised: PromisedBeside): Map<ProductId, string> {
  return new Map(
    [...beside].map(([page, { deals }]) => [
      page,
      JSON.stringify(deals.map(({ rule, offered }) => offered.map((card) => promised(page, card, rule) ?? null))),
    ]),
  )
}

/** The pages whose cards promise something else than they did. */
export function changedPromises(before: ReadonlyMap<ProductId, string> | undefined, now: ReadonlyMap<ProductId, string>): ProductId[] {
  return [...new Set([...(before?.keys() ?? []), ...now.keys()])].filter((page) => before?.get(page) !== now.get(page))
}

function promisedOf(
  deal: Deal,
  card: ProductId,
  productOf: (id: ProductId) => Product | undefined,
  currency: string,
): Promised | undefined {
  const { discount, floors } = deal
  if (floors?.[card] === undefined) return discount
  switch (discount.kind) {
    case 'percent':
    case 'amount': {
      const terms = termsAt(discount, { currency, shopCurrency: currency, rate: 1 })
      if (!terms) return undefined
      const offs = (productOf(card)?.variants ?? []).map(({ id, price }): [Minor, Minor] => [
        price,
        savingOn(price, terms, 0, 0, floorOf(deal, card, id)),
      ])
      return { ...discount, at: unambiguous(offs) }
    }
    case 'bundle-price':
    case 'buy-get':
    case 'tiers':
      // What it comes to depends on more than its own price: it is said where no floor stands in its way.
      return floorBinds({ ...deal, offered: [card] }, productOf, currency) ? undefined : discount
    case 'gift':
      return discount
    default:
      return discount satisfies never
  }
}

/** Of prices that variants of other costs share, none. */
function unambiguous(offs: readonly (readonly [Minor, Minor])[]): (readonly [Minor, Minor])[] {
  const known = new Map(offs)
  const shared = new Set(offs.filter(([price, off]) => known.get(price) !== off).map(([price]) => price))
  return [...known].filter(([price, off]) => !shared.has(price) && off > 0)
}
