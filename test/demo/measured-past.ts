import { createHash } from 'node:crypto'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import { VISIT_ATTRIBUTE } from '#app/commerce/visit.ts'
import { SOLD_BY_PROPERTY } from '#app/commerce/sold-by.ts'
import type { Order, Product, World } from '../simulator/shop.ts'
import { luckOf, type Luck } from '../simulator/world/random.ts'
import { specOf } from '../simulator/world/specs.ts'

/** How the demo's shop was measured before anybody looked. */
export const PAST = {
  salt: 'de30000000005a17',
  /** Held out of locked slots, and of what is personal. */
  share: 0.1,
  personalShare: 0.5,
  days: 547,
} as const

/** True effects, planted by taking away: who is held out leaves so many of what goes with something, and comes back so much less. */
export const PLANTED = { leavesOut: 0.6, staysAway: 0.15 } as const

/** What goes with something else, by type. */
const COMPANIONS: ReadonlySet<string> = new Set(['Batteries', 'Memory card', 'Sleeve', 'Ink cartridge', 'Battery charger'])
/** Rules of the demo, and whether each offers a product on the page of another. */
const RULES: readonly (readonly [rule: string, offers: (offered: Product, beside: Product) => boolean])[] = [
  ['demo-batteries', (pack, toy) => pack.productType === 'Batteries' && isSame(specOf(pack, 'battery_size'), specOf(toy, 'battery_size'))],
  ['demo-sd-cards', (card, camera) => card.tags.includes('sd') && camera.tags.includes('takes-sd')],
  ['demo-microsd-cards', (card, taker) => card.tags.includes('microsd') && taker.tags.includes('takes-microsd')],
  ['demo-sleeves', (sleeve, laptop) => isSame(specOf(sleeve, 'fits_inches'), specOf(laptop, 'screen_inches'))],
]
const isSame = (one: string | undefined, other: string | undefined) => one !== undefined && one === other
/** Visits that end without an order, for each that ends with one. */
const LOOKERS = 14
type Line = Order['lines'][number]

const DAY = 24 * 60 * 60 * 1000
const MINUTE = 60_000

/** A browser came to a product's page. */
export interface PageView {
  readonly visit: string
  readonly product: number
  /** Milliseconds. */
  readonly at: number
  /** Whether an order follows. */
  readonly buys: boolean
}

/**
 * The world as if its last eighteen months had been measured: orders carry their browser's id, those of browsers that were held out lack some of
 * what they were not shown, the others added as much from an offer, and customers who were held out of what is personal have come back less. With it, who looked at what.
 */
export function measuredPast(world: World, now: number): { readonly world: World; readonly views: PageView[] } {
  const luck = luckOf(`measured ${world.facts.domain}`)
  const begins = now - PAST.days * DAY
  // A stream of its own: whoever adds from an offer is no reason for anybody else to buy otherwise.
  const adding = luckOf(`added ${world.facts.domain}`)
  const products = new Map(world.products.map((product) => [product.id, product]))
  const typeOf = new Map(world.products.map(({ id, productType }) => [id, productType]))
  const views: PageView[] = []
  const seen = new Set<number>()
  const popular = world.orders.slice(-4_000).flatMap(({ lines }) => lines.map(({ productId }) => productId))
  const orders = world.orders.flatMap((order): Order[] => {
    const at = Date.parse(order.createdAt)
    const isBack = order.customerId !== null && seen.has(order.customerId)
    if (order.customerId !== null) seen.add(order.customerId)
    if (at < begins) return [order]
    const isAway = isHeldOut(saltOf(PAST.salt, 'personal'), String(order.customerId), PAST.personalShare)
    if (isBack && isAway && luck.chance(PLANTED.staysAway)) return []
    const visit = visitOf(order.customerId === null ? `order ${order.id}` : `customer ${order.customerId}`)
    for (const { productId } of order.lines) views.push({ visit, product: productId, at: at - luck.between(2, 40) * MINUTE, buys: true })
    for (let looker = 0; looker < LOOKERS; looker += 1) views.push(look(`${order.id} ${looker}`, popular, at, luck))
    // One in ten buys now, or from a browser that keeps nothing: nobody knows the arm.
    if (luck.chance(0.1)) return [order]
    const lines = isHeldOut(saltOf(PAST.salt, 'cross-sell'), visit, PAST.share)
      ? withoutOffered(order, typeOf, luck)
      : addedFromOffers(order, products, adding)
    return [{ ...order, lines, attributes: { ...order.attributes, [VISIT_ATTRIBUTE]: visit } }]
  })
  return { world: { ...world, orders }, views: views.filter(({ at }) => at >= begins && at < now) }
}

function withoutOffered({ lines }: Order, typeOf: ReadonlyMap<number, string>, luck: Luck): Order['lines'] {
  const left = lines.filter(({ productId }) => !COMPANIONS.has(typeOf.get(productId) ?? '') || !luck.chance(PLANTED.leavesOut))
  return left.length > 0 && lines.some(({ productId }) => !COMPANIONS.has(typeOf.get(productId) ?? '')) ? left : lines
}

/** Some lines of what a rule offers beside another of the order were added from its offer, and say so. */
function addedFromOffers({ lines }: Order, products: ReadonlyMap<number, Product>, luck: Luck): Order['lines'] {
  return lines.map((line) => {
    const rule = ruleFor(line, lines, products)
    if (!rule || !luck.chance(PLANTED.leavesOut)) return line
    return { ...line, properties: { ...line.properties, [SOLD_BY_PROPERTY]: `product-page/rule/${rule}` } }
  })
}

function ruleFor({ productId }: Line, lines: readonly Line[], products: ReadonlyMap<number, Product>): string | undefined {
  const offered = products.get(productId)
  const beside = lines.flatMap((line) => products.get(line.productId) ?? []).filter((product) => product !== offered)
  return offered && RULES.find(([, offers]) => beside.some((product) => offers(offered, product)))?.[0]
}

const look = (name: string, popular: readonly number[], near: number, luck: Luck): PageView => ({
  visit: visitOf(`looker ${name}`),
  product: luck.pick(popular),
  at: near + luck.between(-600, 600) * MINUTE,
  buys: false,
})

const visitOf = (name: string): string => createHash('md5').update(name).digest('hex')
