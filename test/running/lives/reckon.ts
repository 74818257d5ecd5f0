import type pg from 'pg'
import type { Lives } from './order-lives.ts'

export interface Reckoning {
  /** Acknowledged events that were not applied, and orders that are not as the newest of their events says. */
  readonly lost: number
  /** Events that stand more than once, and lines that do. */
  readonly doubled: number
  readonly examples: readonly string[]
}

/** Compares what is held with what was told, once nothing waits any more. */
export async function reckon(database: pg.Pool, { events, outcomes }: Lives): Promise<Reckoning> {
  const examples: string[] = []
  let lost = 0
  let doubled = 0
  for (const [shop, outcome] of outcomes) {
    const told = new Set(events.flatMap((event) => (event.shop === shop ? [`${event.topic} ${event.event}`] : [])))
    const { rows: stored } = await database.query<{ event: string; times: number; applied: boolean }>(
      `SELECT topic || ' ' || event_id AS event, count(*)::int AS times, bool_and(applied_at IS NOT NULL AND failure IS NULL) AS applied
       FROM delivery WHERE shop_id = $1 AND event_id IS NOT NULL GROUP BY 1`,
      [shop],
    )
    const applied = new Map(stored.map((row) => [row.event, row]))
    for (const event of told) {
      const row = applied.get(event)
      if (!row?.applied) {
        lost += 1
        note(`${shop} ${event} was not applied`)
      }
      if (row && row.times > 1) {
        doubled += 1
        note(`${shop} ${event} stands ${row.times} times`)
      }
    }
    const held = await ordersHeld(database, shop)
    for (const [id, wanted] of outcome) {
      const is = held.get(id) ?? null
      if (is === wanted) continue
      if (is !== null && wanted !== null && is.split(' ').length > wanted.split(' ').length) doubled += 1
      else lost += 1
      note(`${shop} order ${id}: ${is}, not ${wanted}`)
    }
  }
  return { lost, doubled, examples }

  function note(example: string): void {
    if (examples.length < 10) examples.push(example)
  }
}

/** Every order as `order-lives.ts` writes it, by id. */
async function ordersHeld(database: pg.Pool, shop: string): Promise<Map<number, string>> {
  const { rows } = await database.query<{ id: string; text: string }>(
    `SELECT id, concat_ws(' ', floor(extract(epoch FROM updated_at))::bigint, CASE WHEN cancelled_at IS NULL THEN 'false' ELSE 'true' END, customer_id,
       (SELECT string_agg(concat_ws(':', line.id, product_id, quantity, current_quantity), ' ' ORDER BY line.id)
        FROM order_line AS line WHERE line.shop_id = $1 AND line.order_id = "order".id)) AS text
     FROM "order" WHERE shop_id = $1`,
    [shop],
  )
  return new Map(rows.map(({ id, text }) => [Number(id), text]))
}
