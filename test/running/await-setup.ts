import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'

interface Stand {
  readonly phase: string
  readonly kind: string
  readonly progress: number
  readonly total: number | null
  readonly failure: string | null
  /** With what it is read. */
  readonly scopes: readonly string[]
}

/**
 * Waits until the app has read the shop's catalogue and orders, with a scope where one is named that was granted meanwhile, telling how
 * far it is. Throws what the app says went wrong.
 */
export async function awaitSync(database: Pool, shop: string, tell: (line: string) => void, scope?: string): Promise<void> {
  for (let said = ''; ; await wait(200)) {
    const { rows } = await database.query<Stand>(
      'SELECT kind, phase, progress, total, failure, scopes FROM sync WHERE shop_id = $1 ORDER BY kind',
      [shop],
    )
    const failed = rows.find((row) => row.phase === 'failed')
    if (failed) throw new Error(`${shop}: the app could not read the ${failed.kind}: ${failed.failure}`)
    const line = rows
      .map(
        ({ kind, phase, progress, total }) =>
          `${kind}: ${phase === 'done' ? `${progress} read` : `${phase} ${progress}${total === null ? '' : ` of ${total}`}`}`,
      )
      .join(', ')
    if (line !== said) tell(`  ${shop}: ${(said = line)}`)
    const isWhole = ({ phase, scopes }: Stand) => phase === 'done' && (scope === undefined || scopes.includes(scope))
    if (rows.length === 2 && rows.every(isWhole)) return
  }
}

/** Waits until what the rules and models say stands in the shop: no work waits, and the product shows something. */
export async function awaitPublished(database: Pool, shop: string, product: number): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ done: boolean }>(
      `SELECT EXISTS (SELECT FROM published_slot WHERE shop_id = $1 AND product_id = $2)
          AND NOT EXISTS (SELECT FROM jobs.job WHERE state < 'completed' AND data->>'shop' = $1) AS done`,
      [shop, product],
    )
    if (rows[0]?.done) return
    await wait(100)
  }
}
