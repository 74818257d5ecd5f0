import type { ShopId } from '#app/commerce/ids.ts'
import { readBoard } from '#app/measure/boards/read-board.server.ts'
import { countDue } from '#app/measure/ledger/roll-up.server.ts'
import { storeOffered } from '#app/measure/ledger/store-offered.server.ts'
import { closeDatabase, pool } from '#app/platform/db.server.ts'
import { EXPOSURES_A_VISITOR, pageOf } from './exposure.ts'

/** The measured process: `measured.ts store|count|board|bare FROM TO`. Prints one line of JSON. */
const [what, from, to] = process.argv.slice(2) as [string, string, string]
const shop = 'bench.myshopify.com' as ShopId
/** Pages of one statement, as the door gathers them. */
const TOGETHER = 200
const LOOKS = 100

const began = performance.now()
const looks: number[] = []
const done = await work()
const seconds = (performance.now() - began) / 1_000
const sorted = looks.toSorted((a, b) => a - b)
const at = (share: number) => Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)) / 10
console.log(JSON.stringify({ what, perSecond: Math.round(done / seconds), p50: at(0.5), p99: at(0.99) }))
await closeDatabase()

async function work(): Promise<number> {
  switch (what) {
    case 'store':
      return eachBatch(
        async (pages) => void (await storeOffered(pages.map((page) => ({ shop, epoch: 1, at: Date.now() - 120_000, ...page })))),
      )
    case 'bare':
      await pool.query('CREATE UNLOGGED TABLE bare (shop_id text, visitor text, product_id bigint, sold_by text)')
      return eachBatch(async (pages) => {
        const rows = pages.flatMap(({ visit, offers }) => offers.map((offer) => ({ visit, ...offer })))
        await pool.query('INSERT INTO bare SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::text[])', [
          shop,
          rows.map((row) => row.visit),
          rows.map((row) => row.product),
          rows.map((row) => row.soldBy),
        ])
      })
    case 'count':
      return countDue(shop, new Map(), new Date(), '2026-11-29')
    default:
      for (let look = 0; look < LOOKS; look += 1) {
        const asked = performance.now()
        await readBoard(shop)
        looks.push(performance.now() - asked)
      }
      return LOOKS
  }
}

async function eachBatch(store: (pages: ReturnType<typeof pageOf>[]) => Promise<void>): Promise<number> {
  const step = TOGETHER * EXPOSURES_A_VISITOR
  for (let first = Number(from); first < Number(to); first += step) {
    const pages: ReturnType<typeof pageOf>[] = []
    for (let one = first; one < Math.min(first + step, Number(to)); one += EXPOSURES_A_VISITOR) pages.push(pageOf(one))
    await store(pages)
  }
  return Number(to) - Number(from)
}
