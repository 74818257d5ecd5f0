import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { aProduct, aWorld } from '../../a/world.ts'
import { eventually } from '../../running/eventually.ts'
import { askApp } from '../../running/merchant.ts'
import { aSyncedShop, type SyncedShop } from '../../running/synced-shop.ts'
import { writtenInTables } from '../../running/what-is-written.ts'

const world = aWorld({ products: [aProduct({ id: 1 }), aProduct({ id: 2 })] })
const SHOP = world.facts.domain
/** As PostgreSQL words what it refuses, with what was in the row. */
const RAW = 'null value in column "title" of relation'
const DETAIL = 'jane@canary.example'

let synced: SyncedShop
beforeAll(async () => {
  synced = await aSyncedShop('whose-words', world)
})

const page = async (path: string) => (await askApp(synced.simulator, synced.app.url, SHOP, `/app${path}.data`)).text
const isTrue = async (sql: string) => (await synced.one(sql)) === true
const log = () => readFileSync('.data/test-logs/whose-words/worker.log', 'utf8')

/** Has PostgreSQL refuse every change of this kind to the table. */
async function refuse(what: string, table: string): Promise<void> {
  await synced.database.query(
    `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${RAW} of ${DETAIL}'; END $$;
     DROP TRIGGER IF EXISTS refusing ON ${table};
     CREATE TRIGGER refusing BEFORE ${what} ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`,
  )
}
const allowAgain = (table: string) => synced.database.query(`DROP TRIGGER refusing ON ${table}`)

async function expectOwnWords(path: string): Promise<void> {
  const said = await page(path)
  for (const text of [said, ...(await writtenInTables(synced.database)).values()]) {
    expect(text).not.toContain(RAW)
    expect(text).not.toContain(DETAIL)
  }
  expect(said).toContain('our-fault')
  expect(log()).toContain(RAW.replaceAll('"', '\\"'))
  expect(log()).not.toContain(DETAIL)
}

it('a merchant whose delivery the database refuses reads a sentence of ours; its own words are in the log', async () => {
  await refuse('UPDATE OR INSERT', 'product')
  synced.shop.changeProduct(1, (product) => void (product.title = 'Another'))
  await eventually('the delivery is set aside', () => isTrue('SELECT count(*) > 0 FROM delivery WHERE failure IS NOT NULL'))
  await expectOwnWords('/settings/status')
  await allowAgain('product')
  await synced.quiet()
})

it('so does one whose shop cannot be read', async () => {
  await refuse('UPDATE OR INSERT', 'product')
  await synced.database.query('DELETE FROM product WHERE id = 2')
  await askApp(synced.simulator, synced.app.url, SHOP, '/app.data?index', {})
  await eventually('reading the shop has failed', () => isTrue(`SELECT count(*) = 1 FROM sync WHERE phase = 'failed'`))
  await eventually('the job’s end is written down', () =>
    isTrue(`SELECT count(*) > 0 FROM jobs.job WHERE name = 'sync' AND output::text LIKE '%message%'`),
  )
  const why = `COALESCE(output->>'message', output->'value'->>'message')`
  const ended = await synced.rowsOf(`SELECT DISTINCT ${why} AS why FROM jobs.job WHERE name = 'sync' AND ${why} IS NOT NULL`)
  expect(ended).toEqual([{ why: 'our-fault' }])
  await expectOwnWords('')
  await expectOwnWords('/settings/status')
  await allowAgain('product')
  await synced.database.query(`DELETE FROM jobs.job WHERE name = 'sync'`)
})

it('so does one who leaves and whose rows cannot be deleted', async () => {
  await refuse('DELETE', 'product')
  await askApp(synced.simulator, synced.app.url, SHOP, '/app/leave.data', { wish: 'leave' })
  await eventually('leaving has failed', () => isTrue(`SELECT count(*) = 1 FROM leaving WHERE phase = 'failed'`))
  await expectOwnWords('/leave')
})
