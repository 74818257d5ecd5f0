import type { World } from '../shop.ts'
import { startOfDay } from './clock.ts'
import { type CollectionIdea, makeCollections, ofType, tagged } from './collections.ts'
import { idRanges } from './ids.ts'
import { makeProducts } from './make-product.ts'
import { liveThrough } from './past.ts'
import { americanPeople } from './people.ts'
import { teaAndClay } from './product-lines/tea-and-clay.ts'
import { luckOf } from './random.ts'

const collections: readonly CollectionIdea[] = [
  { title: 'All teas', description: 'Twelve leaves and a letter.', holds: ofType('Tea') },
  { title: 'Pots & kettles', description: 'Thrown, cast or blown.', holds: ofType('Teapot', 'Kettle') },
  { title: 'Cups & bowls', description: 'No two alike, all dishwasher-safe.', holds: ofType('Tea cup', 'Matcha bowl', 'Bowl') },
  {
    title: 'The matcha table',
    description: 'Powder, bowl, whisk.',
    holds: (product) => ofType('Matcha bowl', 'Matcha whisk')(product) || tagged('matcha')(product),
  },
  { title: 'Thrown by hand', description: 'Signed underneath.', holds: tagged('handmade') },
  { title: 'Pantry & tools', description: 'Honey, tins and strainers.', holds: ofType('Honey', 'Tea tin', 'Strainer') },
]

/** The young shop: tea and ceramics, eight months of few orders that end at the midnight (UTC) before `now`; an app sees the last sixty days. */
export function kilnAndLeaf({ seed, now }: { seed: string; now: Date }): World {
  const luck = luckOf(`kiln ${seed}`)
  const today = startOfDay(now)
  const ids = idRanges(2)
  const products = makeProducts(teaAndClay, { luck: luck.fork('shelves'), now: today, ids })
  const past = { orders: 900, days: 243, growth: 2.2, hoursBehindUtc: 5, people: americanPeople }
  return {
    facts: {
      domain: 'kiln-and-leaf.myshopify.com',
      handle: 'kiln-and-leaf',
      name: 'Kiln & Leaf',
      currency: 'USD',
      moneyFormat: '${{amount}}',
      timezone: 'America/New_York',
      plan: 'Basic',
    },
    products,
    collections: makeCollections(collections, products, { now: today, ids }),
    ...liveThrough(past, products, { today, ids, luck: luck.fork('past') }),
  }
}
