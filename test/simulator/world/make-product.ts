import type { Product, Variant } from '../shop.ts'
import { day, iso } from './clock.ts'
import type { Choice, Good } from './good.ts'
import { countFrom, type IdRanges } from './ids.ts'
import type { Luck } from './random.ts'
import { slug } from './slug.ts'

/** Puts goods on the shelf: ids, handles, variants, stock and dates. Two goods with one handle are an error in the product lines. */
export function makeProducts(goods: readonly Good[], at: { luck: Luck; now: Date; ids: IdRanges }): Product[] {
  const next = { product: countFrom(at.ids.product), variant: countFrom(at.ids.variant), item: countFrom(at.ids.inventoryItem) }
  const taken = new Set<string>()
  return goods.map((good, index) => {
    const handle = slug(good.title)
    if (taken.has(handle)) throw new Error(`Two goods are called ${handle}`)
    taken.add(handle)
    const luck = at.luck.fork(handle)
    const shelf = good.shelf ?? {}
    const createdAt = at.now.getTime() - (shelf.age ?? drawAge(luck)) * day
    const updatedAt = createdAt + luck.next() * (at.now.getTime() - createdAt)
    const choices: readonly Choice[] = good.choices ?? [{ name: 'Title', values: ['Default Title'] }]
    const sku = `${good.vendor.slice(0, 3).toUpperCase()}-${String(1001 + index)}`
    const id = next.product()
    return {
      id,
      handle,
      title: good.title,
      descriptionHtml: describe(good),
      productType: good.type,
      vendor: good.vendor,
      tags: [...good.tags].sort(),
      status: shelf.status ?? 'ACTIVE',
      publishedAt: shelf.published === false || shelf.status === 'DRAFT' ? null : iso(createdAt),
      createdAt: iso(createdAt),
      updatedAt: iso(updatedAt),
      isGiftCard: shelf.isGiftCard ?? false,
      requiresSellingPlan: shelf.requiresSellingPlan ?? false,
      ...(good.plans && { sellingPlans: good.plans.map((plan, nth) => ({ id: id * 10 + nth, ...plan })) }),
      options: choices.map(({ name, values }) => ({ name, values })),
      variants: everyCombination(choices).map((combination, place): Variant => ({
        id: next.variant(),
        title: combination.values.join(' / '),
        sku: combination.values.length === 1 && place === 0 ? sku : `${sku}-${String(place + 1)}`,
        options: combination.values,
        price: good.price + combination.surcharge,
        compareAtPrice: shelf.compareAtPrice === undefined ? null : shelf.compareAtPrice + combination.surcharge,
        stock: shelf.stock === undefined ? drawStock(luck, place) : shelf.stock,
        continueSelling: shelf.continueSelling ?? false,
        inventoryItemId: next.item(),
      })),
      picture: shelf.hasPicture === false ? null : { path: `/cdn/products/${handle}.svg`, alt: good.title, width: 800, height: 800 },
      metafields: good.specs ?? [],
    }
  })
}

interface Combination {
  readonly values: readonly string[]
  readonly surcharge: number
}

function everyCombination(choices: readonly Choice[]): Combination[] {
  return choices.reduce<Combination[]>(
    (made, choice) =>
      made.flatMap(({ values, surcharge }) =>
        choice.values.map((value, place) => ({ values: [...values, value], surcharge: surcharge + (choice.surcharges?.[place] ?? 0) })),
      ),
    [{ values: [], surcharge: 0 }],
  )
}

/** Most goods are older than the orders; some came in between, a few just now. */
function drawAge(luck: Luck): number {
  const kind = luck.next()
  if (kind < 0.03) return luck.between(2, 14)
  if (kind < 0.13) return luck.between(15, 500)
  return luck.between(560, 1_100)
}

/** The first variant is never the one that ran out, so that a product sells unless its line says otherwise. */
const drawStock = (luck: Luck, place: number): number => (place > 0 && luck.chance(0.08) ? 0 : 3 + Math.round(luck.wait(60)))

function describe({ story, details = {} }: Good): string {
  const lines = Object.entries(details).map(([name, value]) => `<li><strong>${escapeHtml(name)}:</strong> ${escapeHtml(value)}</li>`)
  return `<p>${escapeHtml(story)}</p>${lines.length > 0 ? `<ul>${lines.join('')}</ul>` : ''}`
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
