import type { Amounts, Discount, Share } from '#app/offers/discount.ts'
import type { Say } from './conditions/say.ts'
import type { OfferDiscount } from './rule.ts'

/** A discount as a part of the rule's sentence. */
export function sayDiscount(discount: OfferDiscount, say: Say): string {
  const { order, shipping } = discount.combines
  const stack = order ? (shipping ? 'both' : 'order') : shipping ? 'shipping' : 'alone'
  return say('rule.discount', { gives: sayGives(discount, say), beside: say(`rule.discount.stack.${stack}`) })
}

/** What comes off, and nothing of beside what. */
export function sayGives(discount: Discount, say: Say): string {
  switch (discount.kind) {
    case 'percent':
      return say('rule.discount.percent', { off: sayShare(discount.off) })
    case 'amount':
      return say('rule.discount.amount', { off: sayAmounts(discount.off, say) })
    case 'bundle-price':
      return say('rule.discount.bundle-price', { price: sayAmounts(discount.price, say) })
    case 'buy-get': {
      const { buy, get, off } = discount
      return say(off === 10_000 ? 'rule.discount.buy-get-free' : 'rule.discount.buy-get', { buy, get, off: sayShare(off) })
    }
    case 'tiers':
      return discount.tiers.map(({ from, off }) => say('rule.discount.tier', { from, off: sayShare(off) })).join(', ')
    case 'gift':
      return say('rule.discount.gift', { from: sayAmounts(discount.from, say) })
    default:
      return discount satisfies never
  }
}

/** `12.5%`. */
export function sayShare(share: Share): string {
  return `${share / 100}%`
}

/** `5.00 EUR or 800 JPY`. */
export function sayAmounts(amounts: Amounts, say: Say): string {
  return Object.entries(amounts)
    .map(([currency, amount]) => `${amount} ${currency}`)
    .join(` ${say('rule.discount.or')} `)
}
