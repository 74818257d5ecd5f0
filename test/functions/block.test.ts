import { expect, test } from 'vitest'
import { aProduct, aVariant } from '../a/world.ts'
import { robot, openOffersPage } from '../theme/offers-page.ts'
import { vectors, type PriceVector } from './vector-input.ts'

/** One trigger piece beside one offered line, of euros: what a card can promise. */
const isOfOneCard = ({ cart, deals }: PriceVector) => {
  const [trigger, offered, ...more] = cart.lines
  const [beside, ...others] = Object.values(deals)
  return (
    more.length + others.length === 0 &&
    offered !== undefined &&
    trigger!.product !== offered.product &&
    cart.currency === 'EUR' &&
    beside!.deals.length === 1 &&
    !('to' in beside!.deals[0]!) &&
    !('packs' in beside!.deals[0]!) &&
    ['percent', 'amount', 'bundle-price'].includes(beside!.deals[0]!.discount.kind)
  )
}

test.each(vectors.filter(isOfOneCard).map((one) => [one.name, one] as const))('the block promises: %s', async (_, { cart, deals, off }) => {
  const [trigger, offered] = cart.lines as [PriceVector['cart']['lines'][number], PriceVector['cart']['lines'][number]]
  const [{ discount, ...deal }] = Object.values(deals)[0]!.deals as unknown as [{ discount: object; floors?: object }]
  const { each } = (Object.values(off)[0] ?? { each: 0 }) as { each: number }
  // Where a floor stands, what was reckoned when the card was published is what it says.
  const d = deal.floors ? { ...discount, at: each > 0 ? [[offered.price, each]] : [] } : discount
  const page = openOffersPage({
    offered: [aProduct({ id: offered.product + 100, variants: [aVariant({ id: 9_001, price: offered.price })] })],
    notes: { [offered.product + 100]: { by: 'rule', ref: 'k7', d } },
  })
  page.shop.changeProduct(robot.id, (product) => void (product.variants[0]!.price = trigger.price))
  const html = await page.html()
  const said = /tandem-card__price">[\s\S]*?<bdi>€([\d.,]+)<\/bdi>/.exec(html)?.[1]
  expect(Math.round(Number(said!.replaceAll(',', '')) * 100)).toBe(offered.price - each)
  expect(html.includes('tandem-card__deal')).toBe(each > 0)
})

test('there are vectors of every kind that a card can promise in money', () => {
  const kinds = vectors.filter(isOfOneCard).map(({ deals }) => Object.values(deals)[0]!.deals[0]!.discount.kind)
  expect(new Set(kinds)).toEqual(new Set(['percent', 'amount', 'bundle-price']))
})
