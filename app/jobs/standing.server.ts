import { changesSince, lastChange } from '#app/catalog/changes.server.ts'
import { loadProducts } from '#app/catalog/load-catalog.server.ts'
import type { ProductId, ShopId } from '#app/commerce/ids.ts'
import type { Lock, Placement } from '#app/commerce/placement.ts'
import { pool } from '#app/db.server.ts'
import type { Sales } from '#app/rules/rank-products.ts'
import { newestVersion } from '#app/rules/versions.server.ts'
import { fillSlot, type Sources } from '#app/slots/fill-slot.ts'
import { loadStock, loadSales } from '#app/slots/load-stock.server.ts'
import { reviseSlots } from '#app/slots/revise-slots.ts'
import type { Slot } from '#app/slots/slot.ts'
import { sourcesFor } from '#app/slots/stock.ts'

/** What a shop's slots are filled from, as it stood when they last were. */
export interface Standing {
  /** Who decided on it: another version, model or installation makes it worthless. */
  readonly decided: string
  /** The last change of the catalogue that it knows of. */
  readonly upTo: number
  /** Milliseconds. What time alone changes is as it was then. */
  readonly madeAt: number
  readonly lock: Lock
  readonly sales: Sales
  readonly sources: Sources
}

export interface FilledSlots {
  readonly slots: ReadonlyMap<ProductId, Slot>
  /** Whether these are all; otherwise those alone that may be other than they were, and no product has come or gone. */
  readonly isAll: boolean
  readonly standing: Standing
}

const MINUTE = 60_000
const LASTS = 5 * MINUTE
/** In all shops that one process keeps: about 2 kB each. */
const MOST_PRODUCTS = 100_000

/** The shop whose slots were filled last comes last. */
const kept = new Map<ShopId, Standing>()

/** Keeps what slots were filled from until they are filled again, for as long as that is worth something. */
export function keepStanding(shop: ShopId, standing: Standing, now: number): void {
  kept.delete(shop)
  kept.set(shop, standing)
  let products = 0
  for (const [other, { madeAt, sources }] of [...kept].toReversed()) {
    products += sources.resolver.products.length
    if (now - madeAt > LASTS || products > MOST_PRODUCTS) kept.delete(other)
  }
  if (kept.has(shop)) standing.sources.resolver.expectChanges()
}

/**
 * Fills a placement's slots: those that may have changed where it is known from what the others were filled, otherwise all.
 * What was kept is used up by that: whoever makes the slots true in the shop keeps what is returned.
 */
export async function fillSlots(shop: ShopId, placement: Placement, now: number): Promise<FilledSlots> {
  const before = kept.get(shop)
  kept.delete(shop)
  const decided = await decidedFor(shop)
  if (before?.decided === decided && now - before.madeAt <= LASTS) {
    const revised = await revise(shop, before, now)
    if (revised) return revised
  }
  const upTo = await lastChange(shop)
  const [{ set }, stock] = await Promise.all([newestVersion(shop), loadStock(shop, new Date(now))])
  const [lock, sources] = [set.locks[placement], sourcesFor(set, stock)]
  const slots = new Map(stock.catalog.products.map(({ id }, index) => [id, fillSlot(index, lock, sources)]))
  return { slots, isAll: true, standing: { decided, upTo, madeAt: now, lock, sales: stock.sales, sources } }
}

/** Undefined where all must be filled anew. */
async function revise(shop: ShopId, before: Standing, now: number): Promise<FilledSlots | undefined> {
  const { sources, lock, upTo: since } = before
  const { upTo, changed } = await changesSince(shop, since)
  if (changed === 'any') return undefined
  const sales = await loadSales(shop, new Date(now))
  const isHeld = (id: ProductId) => sources.catalog.indexOf(id) !== undefined
  const wanted = [...new Set([...changed, ...soldOtherwise(before.sales, sales).filter(isHeld)])]
  const products = await loadProducts(shop, now, wanted)
  if (products.length < wanted.length || !changed.every(isHeld)) return undefined
  const changes = products.map((product) => ({ product, sold: sales.get(product.id) ?? 0 }))
  return { slots: reviseSlots(changes, lock, sources), isAll: false, standing: { ...before, upTo, sales } }
}

function soldOtherwise(before: Sales, now: Sales): ProductId[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id))
}

async function decidedFor(shop: ShopId): Promise<string> {
  const { rows } = await pool.query<{ decided: string }>(
    `SELECT jsonb_build_array(generation, installed_at, timezone, currency,
       (SELECT max(number) FROM rule_version WHERE shop_id = $1),
       (SELECT jsonb_agg(version ORDER BY trained_at) FROM model_snapshot WHERE shop_id = $1))::text AS decided
     FROM shop WHERE id = $1`,
    [shop],
  )
  return rows[0]?.decided ?? ''
}
