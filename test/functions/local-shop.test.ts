import type { GraphQLSchema } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { aProduct, aVariant, aWorld } from '../a/world.ts'
import { fetchSchemas } from '../simulator/admin/fetch-schema.ts'
import { discountGid } from '../simulator/discounts/discount.ts'
import { deployFunction, readFunctionSchema, type FunctionSource } from '../simulator/discounts/function-host.ts'
import { fromTill, toTill, type Till } from '../simulator/discounts/till.ts'
import { openShop } from '../simulator/state/open-shop.ts'
import { appNamespace, sampleDoor } from '../simulator/storefront/sample-door.ts'
import { openShopper } from '../simulator/storefront/shopper.ts'
import { builtFunction } from './built-function.ts'
import { vectors, type PriceVector } from './vector-input.ts'

let schema: GraphQLSchema
let source: FunctionSource

beforeAll(async () => {
  await fetchSchemas('.data/schemas')
  schema = await readFunctionSchema('.data/schemas')
  source = await builtFunction()
})

/** A shop of euros that sells what is in a vector's cart, with its deals beside the products and a discount to carry them out. */
function shopOf({ cart, deals }: PriceVector, till: Till) {
  const products = Map.groupBy(cart.lines, ({ product }) => product)
  const market = { id: 1, handle: 'here', name: 'Here', type: 'REGION', status: 'ACTIVE', catalogIds: [], ...till } as const
  const world = aWorld({
    products: [...products].map(([id, lines]) =>
      aProduct({
        id,
        options: [{ name: 'Kind', values: lines.map(({ variant }) => String(variant)) }],
        variants: lines.map(({ variant, price }) => aVariant({ id: variant, title: String(variant), price: fromTill(price, till) })),
      }),
    ),
    markets: [market],
  })
  const now = new Date(`${cart.today}T12:00:00Z`)
  const shop = openShop({ ...world, facts: { ...world.facts, market: 'here' } }, () => now)
  shop.functions.set('bundle-discount', deployFunction(source, schema, appNamespace))
  const at = now.toISOString()
  const combinesWith = { orderDiscounts: false, productDiscounts: true, shippingDiscounts: false }
  const what = { kind: 'app', handle: 'bundle-discount' } as const
  shop.discounts.set(1, { id: 1, title: 'Bundle discount', startsAt: at, endsAt: null, combinesWith, what, createdAt: at, updatedAt: at })
  const set = (ownerId: string, key: string, type: string, value: string) =>
    shop.metafields.set({ ownerId, namespace: appNamespace, key, type, value })
  set(discountGid(1), 'stack', 'single_line_text_field', 'alone')
  for (const [product, beside] of Object.entries(deals)) set(`gid://shopify/Product/${product}`, 'deals', 'json', JSON.stringify(beside))
  return shop
}

const tillFor = ({ cart }: PriceVector): Till => ({ currency: cart.currency, rate: cart.rate, digits: cart.currency === 'JPY' ? 0 : 2 })
const isOfEuros = ({ cart, deals }: PriceVector) =>
  cart.currency !== 'KWD' &&
  Object.values(deals).every(({ currency }) => currency === 'EUR') &&
  new Set(cart.lines.map(({ variant }) => variant)).size === cart.lines.length

test.each(vectors.filter(isOfEuros).map((one) => [one.name, one] as const))('a cart of the local shop: %s', async (_, vector) => {
  const till = tillFor(vector)
  for (const { price } of vector.cart.lines) expect(toTill(fromTill(price, till), till)).toBe(price)
  const shop = shopOf(vector, till)
  const shopper = openShopper(sampleDoor(), shop)
  const items = vector.cart.lines.map(({ variant, quantity }) => ({ id: variant, quantity }))
  await shopper.postJson('/cart/add.js', { items })
  const cart = (await (await shopper.get('/cart.js')).json()) as {
    items: { variant_id: number; line_level_total_discount: number }[]
    total_price: number
  }
  expect(shop.functionErrors).toEqual([])
  const unit = 10 ** (2 - till.digits)
  const wanted = vector.off as Record<string, { total: number } | undefined>
  for (const { id, variant } of vector.cart.lines)
    expect(cart.items.find(({ variant_id }) => variant_id === variant)!.line_level_total_discount).toBe((wanted[id]?.total ?? 0) * unit)
  const whole = vector.cart.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const off = Object.values(wanted).reduce((sum, one) => sum + one!.total, 0)
  expect(cart.total_price).toBe((whole - off) * unit)
})

test('deals longer than Shopify hands on take nothing off, and break nothing', async () => {
  const [first] = vectors
  const shop = shopOf(first!, tillFor(first!))
  const [[product, beside]] = Object.entries(first!.deals) as [[string, object]]
  const value = JSON.stringify({ ...beside, why: 'x'.repeat(10_000) })
  shop.metafields.set({ ownerId: `gid://shopify/Product/${product}`, namespace: appNamespace, key: 'deals', type: 'json', value })
  const shopper = openShopper(sampleDoor(), shop)
  await shopper.postJson('/cart/add.js', { items: first!.cart.lines.map(({ variant }) => ({ id: variant })) })
  expect(await (await shopper.get('/cart.js')).json()).toMatchObject({ total_discount: 0 })
  expect(shop.functionErrors).toEqual([])
})
