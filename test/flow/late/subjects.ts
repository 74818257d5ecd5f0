import { aCollection, aCustomer, anOrder, aProduct, aWorld } from '../../a/world.ts'

const recently = new Date(Date.now() - 5 * 24 * 60 * 60 * 1000).toISOString()
export const products = [1, 2, 3].map((id) => aProduct({ id, stock: 1_000 }))

/** Numbers that no other thing has, nor any part of one: wherever they stand, they stand for these. */
export const PERSON = 7_700_055_077
export const THEIR_FORMER_NUMBER = 7_700_055_088
export const SOMEBODY_ELSE = 8_800_066_088
export const NAMED = [5_500_044_011, 5_500_044_022]
/** Theirs as well, though the redaction does not name it: it stays, by nobody. */
export const NOT_NAMED = 300
export const ANOTHERS = 9_900_000_000

const theirs = [...NAMED, NOT_NAMED].map((id) => anOrder({ id, of: products.slice(0, 2), createdAt: recently, customerId: PERSON }))
export const ours = aWorld({
  products,
  collections: [aCollection({ id: 1, of: products })],
  customers: [PERSON, THEIR_FORMER_NUMBER, SOMEBODY_ELSE].map((id) => aCustomer({ id })),
  orders: [...theirs, anOrder({ id: ANOTHERS, of: [products[2]!], createdAt: recently, customerId: SOMEBODY_ELSE })],
})
export const neighbours = aWorld({
  facts: { domain: 'neighbours.myshopify.com', handle: 'neighbours' },
  products,
  customers: [aCustomer({ id: 9 })],
  orders: [anOrder({ id: 900, of: products, createdAt: recently, customerId: 9 })],
})
