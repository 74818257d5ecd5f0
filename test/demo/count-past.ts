/** `count-past.ts SHOP FILE`: has the shop's past counted, day by day, as if it had been measured while it was shopped; see `measured-past.ts`. */
import { readFileSync } from 'node:fs'
import { readCosts } from '#app/catalog/read-costs.server.ts'
import { dayOf } from '#app/catalog/clock.ts'
import type { ShopId } from '#app/commerce/ids.ts'
import { fixTerms } from '#app/measure/arms/terms.ts'
import { markDue } from '#app/measure/ledger/ledger-store.server.ts'
import { countDue } from '#app/measure/ledger/roll-up.server.ts'
import { closeDatabase, pool } from '#app/platform/db.server.ts'
import { readPastOrders } from '#app/signals/past-orders.server.ts'
import { markOfVisit } from '#app/signals/visit-mark.server.ts'
import { isHeldOut, saltOf } from '#app/slots/arm/arm.ts'
import type { Notes } from '#app/slots/note.ts'
import { PAST, type PageView } from './measured-past.ts'

const DAY = 24 * 60 * 60 * 1000
const AT_ONCE = 20_000
/** Cards that the demo's blocks show. */
const SHOWN = 4

const [shop, file] = process.argv.slice(2) as [ShopId, string]
const views = (JSON.parse(readFileSync(file, 'utf8')) as PageView[]).toSorted((a, b) => a.at - b.at)
const now = Date.now()
const begins = now - PAST.days * DAY

await begin()
await storeOffered()
await count()
await closeDatabase()

async function begin(): Promise<void> {
  const terms = fixTerms(await readPastOrders(shop, 360), 360)
  await pool.query(
    `INSERT INTO measurement (shop_id, salt, started_at, counted_to) VALUES ($1, $2, to_timestamp($3::float8 / 1000), now())
     ON CONFLICT (shop_id) DO UPDATE SET salt = excluded.salt, started_at = excluded.started_at, published = NULL`,
    [shop, PAST.salt, begins],
  )
  await pool.query('DELETE FROM measure_epoch WHERE shop_id = $1', [shop])
  await pool.query(
    `INSERT INTO measure_epoch (shop_id, board, number, share, terms, starts_at)
     SELECT $1, board, 1, share, $4, to_timestamp($5::float8 / 1000) FROM unnest($2::text[], $3::float8[]) AS epoch (board, share)`,
    [shop, ['cross-sell', 'personal'], [PAST.share, PAST.personalShare], terms, begins],
  )
}

/** What the pages had to show is what they show today. */
async function storeOffered(): Promise<void> {
  const { rows } = await pool.query<{ product: number; notes: string }>(
    'SELECT product_id AS product, notes FROM published_slot WHERE shop_id = $1',
    [shop],
  )
  const cardsOf = new Map(rows.map(({ product, notes }) => [product, cardsIn(JSON.parse(notes) as Notes)]))
  const salt = saltOf(PAST.salt, 'cross-sell')
  const offered = views.flatMap(({ visit, product, at }) =>
    (cardsOf.get(product) ?? []).map((card) => ({ visitor: markOfVisit(visit), heldOut: isHeldOut(salt, visit, PAST.share), at, ...card })),
  )
  for (let from = 0; from < offered.length; from += AT_ONCE) {
    const some = offered.slice(from, from + AT_ONCE)
    await pool.query(
      `INSERT INTO offered (shop_id, visitor, epoch, product_id, sold_by, is_held_out, at)
       SELECT $1, visitor, 1, product_id, sold_by, is_held_out, to_timestamp(at / 1000)
       FROM unnest($2::text[], $3::bigint[], $4::text[], $5::boolean[], $6::float8[]) AS told (visitor, product_id, sold_by, is_held_out, at)
       ON CONFLICT DO NOTHING`,
      [
        shop,
        some.map((one) => one.visitor),
        some.map((one) => one.product),
        some.map((one) => one.soldBy),
        some.map((one) => one.heldOut),
        some.map((one) => one.at),
      ],
    )
  }
  // At once: nobody would for the next minute, and until then PostgreSQL takes it for empty.
  await pool.query('ANALYZE offered')
}

function cardsIn({ cards, slots }: Notes) {
  const [slot] = slots['product-page'] ?? []
  return (slot?.cards ?? []).slice(0, SHOWN).flatMap((at) => {
    const card = cards[at]
    return card ? [{ product: card.p, soldBy: `product-page/${card.by}/${card.ref}` }] : []
  })
}

async function count(): Promise<void> {
  const { rows } = await pool.query<{ timezone: string }>('SELECT timezone FROM shop WHERE id = $1', [shop])
  const costs = await readCosts(shop)
  const byDay = Map.groupBy(views, ({ at }) => Math.floor((at - begins) / DAY))
  for (let nth = 0; nth <= PAST.days; nth += 1) {
    const end = new Date(begins + (nth + 1) * DAY)
    // Who looked yesterday may have bought today; whoever does not buy is counted once.
    const buyers = (byDay.get(nth - 1) ?? []).filter(({ buys }) => buys)
    const due = [...buyers, ...(byDay.get(nth) ?? [])].map(({ visit }) => markOfVisit(visit))
    await markDue(pool, shop, [...new Set(due)])
    // What was taken off the list is read over until it is cleared away, and a day here is over in no time.
    if (nth % 30 === 0) await pool.query('VACUUM (ANALYZE) measure_due, measured_visitor')
    const at = Math.min(end.getTime(), now)
    await countDue(shop, costs, new Date(at), dayOf({ at: Math.min(at, now), timezone: rows[0]!.timezone }))
  }
}
