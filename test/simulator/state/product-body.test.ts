import { expect, test } from 'vitest'
import { aProduct, aVariant, aWorld } from '../../a/world.ts'
import { openShop } from './open-shop.ts'
import { productBody } from './product-body.ts'

const CATEGORY = 'Electronics > Audio > Headphones'
const variants = Array.from({ length: 250 }, (_, at) => aVariant({ id: 1001 + at, stock: at === 0 ? null : 5 }))
const facts = aWorld().facts
const body = (variants_ = variants) => productBody(aProduct({ id: 7, variants: variants_, category: CATEGORY }), facts) as unknown as Body

interface Body {
  readonly variants: readonly Record<string, unknown>[]
  readonly variant_gids: readonly { admin_graphql_api_id: string; updated_at: string }[]
  readonly media: readonly Record<string, unknown>[]
  readonly category: Record<string, unknown>
}

test('a variant tells its quantity and its policy, and not whether anybody counts', () => {
  const [untracked, tracked] = body().variants
  expect(untracked).toMatchObject({ inventory_policy: 'deny', inventory_quantity: 0 })
  expect(tracked).toMatchObject({ inventory_policy: 'deny', inventory_quantity: 5 })
  for (const gone of ['inventory_management', 'fulfillment_service', 'grams', 'weight', 'requires_shipping'])
    expect(untracked).not.toHaveProperty(gone)
})

test('a hundred variants are told, and all are named', () => {
  const { variants: told, variant_gids } = body()
  expect([told.length, variant_gids.length]).toEqual([100, 250])
  expect(variant_gids[249]).toEqual({ admin_graphql_api_id: 'gid://shopify/ProductVariant/1250', updated_at: expect.any(String) as string })
  expect(body(variants.slice(0, 3)).variant_gids).toHaveLength(3)
})

test('its media and its category are told', () => {
  const { media, category } = body()
  expect(media).toMatchObject([{ media_content_type: 'IMAGE', position: 1, alt: 'Product 7' }])
  expect(category).toMatchObject({ name: 'Headphones', full_name: CATEGORY })
  expect(productBody(aProduct({ id: 8 }), facts)['category']).toBeNull()
})

test('a variant’s own time moves with the variant alone', () => {
  let now = '2026-07-01T12:00:00Z'
  const events: Body[] = []
  const shop = openShop(aWorld({ products: [aProduct({ id: 7, variants })] }), () => new Date(now))
  shop.onEvent(({ topic, payload }) => topic === 'products/update' && events.push(payload as Body))
  shop.changeProduct(7, (product) => (product.title = 'Renamed'))
  now = '2026-07-01T13:00:00Z'
  shop.changeProduct(7, (product) => (product.variants[200]!.price = 99))
  const [renamed, repriced] = events.map(({ variant_gids }) => variant_gids.map(({ updated_at }) => updated_at))
  const moved = repriced!.flatMap((at, place) => (at === renamed![place] ? [] : [place]))
  expect(moved).toEqual([200])
})
