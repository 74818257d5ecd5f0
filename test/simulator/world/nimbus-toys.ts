import type { World } from '../shop.ts'
import { attributeValues } from './attributes.ts'
import { startOfDay } from './clock.ts'
import { makeCollections } from './collections.ts'
import { withHandPicked } from './hand-picked.ts'
import { idRanges } from './ids.ts'
import { makeProducts } from './make-product.ts'
import { nimbusCollections } from './nimbus-collections.ts'
import { liveThrough } from './past.ts'
import { alpinePeople } from './people.ts'
import { arts } from './product-lines/arts.ts'
import { batteries } from './product-lines/batteries.ts'
import { batteryToys } from './product-lines/battery-toys.ts'
import { camerasAndCards } from './product-lines/cameras-and-cards.ts'
import { coffee } from './product-lines/coffee.ts'
import { flyingAndDriving } from './product-lines/flying-and-driving.ts'
import { games } from './product-lines/games.ts'
import { laptopsAndSleeves } from './product-lines/laptops-and-sleeves.ts'
import { oddities } from './product-lines/oddities.ts'
import { phonesAndCases } from './product-lines/phones-and-cases.ts'
import { printersAndInk } from './product-lines/printers-and-ink.ts'
import { quietToys } from './product-lines/quiet-toys.ts'
import { luckOf } from './random.ts'

const goods = [
  ...[batteryToys, batteries, quietToys, laptopsAndSleeves, camerasAndCards, phonesAndCases],
  ...[coffee, printersAndInk, games, flyingAndDriving, arts, oddities],
].flat()

/** The large shop: toys and technology, eighteen months of orders that end at the midnight (UTC) before `now`. */
export function nimbusToys({ seed, now }: { seed: string; now: Date }): World {
  const luck = luckOf(`nimbus ${seed}`)
  const today = startOfDay(now)
  const ids = idRanges(1)
  const products = withHandPicked(makeProducts(goods, { luck: luck.fork('shelves'), now: today, ids }))
  const past = { orders: 22_400, days: 548, growth: 1.35, hoursBehindUtc: -1, people: alpinePeople }
  return {
    facts: {
      domain: 'nimbus-toys.myshopify.com',
      handle: 'nimbus-toys',
      name: 'Nimbus Toys & Tech',
      currency: 'EUR',
      moneyFormat: '€{{amount}}',
      timezone: 'Europe/Vienna',
      plan: 'Shopify Plus',
    },
    products,
    metaobjects: attributeValues,
    collections: makeCollections(nimbusCollections, products, { now: today, ids }),
    ...liveThrough(past, products, { today, ids, luck: luck.fork('past') }),
  }
}
