import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digitsOf } from '#app/commerce/money.ts'
import { openLiquid } from '../simulator/storefront/liquid/open-liquid.ts'
import { readWords } from '../simulator/storefront/liquid/words.ts'
import { extensionFolder } from '../simulator/storefront/sample-door.ts'
import { vectors, type PriceVector } from './vector-input.ts'

const snippets = join(extensionFolder, 'snippets')
const words = readWords(join(extensionFolder, 'locales'), '.json')
const engine = openLiquid({ root: snippets, snippets, words, assetUrl: (file) => file })

/** A piece each of two products, of which one deal offers one beside the other. Days are the discount's own matter. */
const isOfTwoPieces = ({ cart: { lines }, deals }: PriceVector) => {
  const [beside, ...others] = Object.values(deals)
  const [deal, ...more] = beside!.deals
  const isApart = lines.length === 2 && lines[0]!.product !== lines[1]!.product && lines.every(({ quantity }) => quantity === 1)
  return isApart && others.length + more.length === 0 && !('to' in deal!)
}

/** What the block says comes off the second piece beside the first, in the minor units of the cart's currency. */
async function promised({ cart, deals }: PriceVector, each: number): Promise<number> {
  const { currency: shop, deals: all } = Object.values(deals)[0]!
  const { discount, ...terms } = all[0] as unknown as { discount: object; floors?: object }
  const [trigger, offered] = cart.lines.map(({ price }) => price * 10 ** (2 - digitsOf(cart.currency)))
  const deal = terms.floors ? { ...discount, at: each > 0 ? [[cart.lines[1]!.price, each]] : [] } : discount
  const beside = { title: 'Laptop', price_varies: false, selected_or_first_available_variant: { price: trigger } }
  const globals = {
    request: { locale: { iso_code: 'en' }, design_mode: false },
    shop: { name: 'Tiny', money_format: '{{amount}}', currency: shop, timezone: 'Europe/Vienna' },
    cart: { currency: { iso_code: cart.currency } },
    now: `${cart.today}T12:00:00Z`,
  }
  const source = "{% render 'deal-said', deal: deal, price: price, beside: beside %}"
  const said = String(await engine.parseAndRender(source, { deal, price: offered, beside }, { globals }))
  return Number(said.trim().split('|')[0]) / 10 ** (2 - digitsOf(cart.currency))
}

test.each(vectors.filter(isOfTwoPieces).map((one) => [one.name, one] as const))(
  'in any currency the block promises what comes off, or nothing: %s',
  async (_, vector) => {
    const { currency } = vector.cart
    const { each } = (Object.values(vector.off)[0] ?? { each: 0 }) as { each: number }
    const said = await promised(vector, each)
    // Liquid knows no thousandths, and no rate between currencies.
    const isKnown = digitsOf(currency) < 3 && currency === Object.values(vector.deals)[0]!.currency
    expect(isKnown ? [each] : [each, 0]).toContain(said)
  },
)

test('there are vectors of currencies without digits, with three, and of another than the shop’s', () => {
  const currencies = vectors.filter(isOfTwoPieces).map(({ cart, deals }) => [cart.currency, Object.values(deals)[0]!.currency])
  expect(currencies).toEqual(
    expect.arrayContaining([
      ['JPY', 'JPY'],
      ['KWD', 'KWD'],
      ['JPY', 'EUR'],
      ['USD', 'EUR'],
    ]),
  )
})
