import { describe, expect, test } from 'vitest'
import { digestOfHeld, readReported } from './product-digest.ts'

const body = {
  id: 5,
  title: 'Robot dog',
  body_html: '<p>Barks.</p><p>Size: 30 cm</p>',
  handle: 'robot-dog',
  vendor: 'Maker',
  product_type: 'Toy',
  tags: 'needs-aa, age-6',
  status: 'active',
  published_at: '2026-03-01T10:00:00+01:00',
  updated_at: '2026-03-02T10:00:00+01:00',
  image: { src: 'https://cdn.shopify.com/s/files/1/1/files/dog.png?v=3' },
  options: [{ name: 'Colour' }],
  variants: [
    {
      ...{ id: 51, title: 'Red', price: '19.90', compare_at_price: '24.90', sku: 'DOG-R' },
      ...{ inventory_policy: 'deny', inventory_quantity: 3 },
    },
    { id: 52, title: 'Blue', price: '20.00', inventory_policy: 'deny', inventory_quantity: 0 },
    { id: 53, title: 'Green', price: '20.00', inventory_policy: 'continue', inventory_quantity: -2 },
    { id: 54, title: 'Grey', price: '20.00', inventory_policy: 'deny', inventory_quantity: 0 },
  ],
}
const held = {
  handle: 'robot-dog',
  title: 'Robot dog',
  type: 'Toy',
  vendor: 'Maker',
  tags: ['age-6', 'needs-aa'],
  status: 'active',
  publishedAt: Date.parse('2026-03-01T09:00:00.321Z'),
  pictureUrl: 'https://shop.example/cdn/shop/files/dog.png?v=3',
  options: ['Colour'],
  stated: [{ name: 'Size', value: '30 cm' }],
  variants: [
    { id: 51, title: 'Red', price: 1990, compareAt: 2490, sku: 'DOG-R' },
    { id: 52, title: 'Blue', price: 2000, compareAt: null, sku: '' },
    { id: 53, title: 'Green', price: 2000, compareAt: null, sku: '' },
    { id: 54, title: 'Grey', price: 2000, compareAt: null, sku: '' },
  ],
}

test('a body that says what we hold has the same digest, whatever else it says', () => {
  const digest = digestOfHeld(held, 4, 'EUR')
  expect(readReported(body)?.digest).toBe(digest)
  expect(
    readReported({
      ...body,
      updated_at: '2026-09-09T10:00:00Z',
      body_html: '<p>Sleeps.</p><table><tr><td>Size:</td><td>30 cm</td></tr></table>',
    })?.digest,
  ).toBe(digest)
})

test('anything that we would hold otherwise changes it', () => {
  const [red, ...others] = body.variants
  const changes = [
    { title: 'Robot cat' },
    { handle: 'robot-cat' },
    { vendor: 'Another' },
    { body_html: '<p>Barks.</p>' },
    { body_html: '<p>Barks.</p><p>Size: 31 cm</p>' },
    { product_type: 'Robot' },
    { tags: 'needs-aa' },
    { status: 'draft' },
    { published_at: null },
    { published_at: '2026-03-01T10:00:01+01:00' },
    { image: null },
    { image: { src: 'https://cdn.shopify.com/s/files/1/1/files/dog.png?v=4' } },
    { variants: others },
    { variants: [...others, red] },
    { variants: [{ ...red, price: '19.91' }, ...others] },
    { variants: [{ ...red, title: 'Rose' }, ...others] },
    { variants: [{ ...red, compare_at_price: null }, ...others] },
    { variants: [{ ...red, sku: 'DOG-1' }, ...others] },
    { options: [{ name: 'Color' }] },
  ]
  const digests = [body, ...changes.map((change) => ({ ...body, ...change }))].map((one) => readReported(one)?.digest)
  expect(new Set(digests).size).toBe(changes.length + 1)
})

test('stock is told beside the digest: pieces and policy, and never whether anybody counts', () => {
  const [red, ...others] = body.variants
  const sold = (left: number) => readReported({ ...body, variants: [{ ...red, inventory_quantity: left }, ...others] })!
  expect(readReported(body)).toMatchObject({
    ...{ pieces: [3, 0, -2, 0], sellsOn: [false, false, true, false] },
    ...{ restAt: null, updatedAt: Date.parse('2026-03-02T09:00:00Z') },
  })
  expect(sold(2)).toEqual({ ...readReported(body), pieces: [2, 0, -2, 0] })
  expect(sold(0).digest).toBe(sold(2).digest)
})

describe('a body that tells a hundred of many variants', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ ...body.variants[0]!, id: 1000 + at }))
  const gids = (count: number, at = '2026-03-01T10:00:00+01:00') =>
    many(count).map(({ id }) => ({ admin_graphql_api_id: `gid://shopify/ProductVariant/${id}`, updated_at: at }))
  const cut = { ...body, variants: many(100), variant_gids: gids(250) }
  const heldMany = { ...held, variants: many(250).map(({ id }) => ({ ...held.variants[0]!, id })) }

  test('agrees with what we hold of all', () => {
    expect(readReported(cut)).toMatchObject({ digest: digestOfHeld(heldMany, 100, 'EUR'), restAt: Date.parse('2026-03-01T09:00:00Z') })
    expect(readReported({ ...cut, variant_gids: gids(250).toReversed() })?.digest).toBe(readReported(cut)?.digest)
  })

  test('disagrees where one that is only named came, went, or was changed since', () => {
    expect(readReported({ ...cut, variant_gids: gids(249) })?.digest).not.toBe(readReported(cut)?.digest)
    expect(readReported({ ...cut, variant_gids: gids(251) })?.digest).not.toBe(readReported(cut)?.digest)
    const changed = [...gids(249), { ...gids(250)[249]!, updated_at: '2026-03-02T10:00:00+01:00' }]
    expect(readReported({ ...cut, variant_gids: changed })?.restAt).toBe(Date.parse('2026-03-02T09:00:00Z'))
  })

  test('is not believed to be all where it does not name them', () => {
    expect(readReported({ ...cut, variant_gids: undefined })).toBeUndefined()
    expect(readReported({ ...cut, variants: many(99), variant_gids: undefined })).toBeDefined()
  })
})

test('a body that tells too little is not read', () => {
  expect(readReported({ id: 5, title: 'Robot dog' })).toBeUndefined()
  expect(readReported({ ...body, updated_at: undefined })).toBeUndefined()
  expect(readReported({ ...body, updated_at: 'yesterday' })).toBeUndefined()
  expect(readReported({ ...body, variants: [{ ...body.variants[0], inventory_quantity: null }] })).toBeUndefined()
  expect(readReported(null)).toBeUndefined()
})
