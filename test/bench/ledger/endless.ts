import type { ShopId } from '#app/commerce/ids.ts'
import { storeOffered } from '#app/measure/ledger/store-offered.server.ts'
import { pool } from '#app/platform/db.server.ts'
import { EXPOSURES_A_VISITOR, pageOf } from './exposure.ts'

/** `endless.ts FROM`: stores batch after batch in another epoch, and says how many exposures were acknowledged, until it is killed. */
const shop = 'bench.myshopify.com' as ShopId
const TOGETHER = 50

await pool.query(
  `INSERT INTO measure_epoch SELECT shop_id, board, 2, share, terms, now() FROM measure_epoch WHERE number = 1 ON CONFLICT DO NOTHING`,
)
for (let first = Number(process.argv[2]); ;) {
  const pages = Array.from({ length: TOGETHER }, (_, at) => pageOf(first + at * EXPOSURES_A_VISITOR))
  await storeOffered(pages.map((page) => ({ shop, epoch: 2, at: Date.now(), ...page })))
  first += TOGETHER * EXPOSURES_A_VISITOR
  console.log(first)
}
