import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, expect, it } from 'vitest'
import { readCustomers } from '#app/serve/snapshots/customer-snapshot.server.ts'
import { freePort } from '../../../prisma/free-port.ts'
import { aWorldToForget, FORGOTTEN } from '../../a/world-to-forget.ts'
import { startApp, type AppProcesses } from '../../running/app-processes.ts'
import { askApp } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'
import { atEnd } from '../../setup/at-end.ts'

const world = aWorldToForget()
const DOMAIN = world.facts.domain
const { simulator, app, database, databaseUrl, shopPort, quiet, send, one } = await aSyncedShop('forgotten-in-files', world)

/** What each of two machines keeps on its own disk. */
const logs = ['forgotten-in-files', 'forgotten-in-files-2'].map((name) => resolve('.data/test-logs', name)) as [string, string]
const folders = logs.map((folder) => join(folder, 'published/models')) as [string, string]
const files = (folder: string) => readdirSync(folder).toSorted()
const named = async () => {
  const { rows } = await database.query<{ version: string; bytes: Buffer }>('SELECT version, bytes FROM model_snapshot ORDER BY trained_at')
  return rows.map(({ version, bytes }) => ({ name: `${DOMAIN}.${version}.model`, bytes }))
}
const untilNeitherHas = async (name: string) => {
  while (folders.some((folder) => files(folder).includes(name))) await wait(100)
}

/** A file goes while it is looked for. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** What comes next for the customer to forget, by each machine's own file. */
const nextFor = () =>
  logs.map((folder) => {
    const file = join(folder, 'published', `${DOMAIN}.customers`)
    const bytes = readIfThere(file)
    const read = bytes && readCustomers(bytes)
    return typeof read === 'object' ? read.nextFor(FORGOTTEN.customer.id).length : read
  })
const untilNextFor = async (wanted: number | undefined) => {
  while (!nextFor().every((length) => length === wanted)) await wait(50)
}

let second: AppProcesses
/** The second machine's web process reads the shop's model, to tell its merchant what would change. */
const lookOnSecond = () => askApp(simulator, second.url, DOMAIN, '/app/review.data?index')

beforeAll(async () => {
  mkdirSync(logs[1], { recursive: true })
  second = await startApp({ databaseUrl, shopPort, appPort: await freePort(), knownPort: Number(new URL(app.url).port), logs: logs[1] })
  atEnd(() => second.stop())
})

it('each machine keeps a model as the very bytes that the database holds', async () => {
  expect((await lookOnSecond()).status).toBe(200)
  const [model] = await named()
  for (const folder of folders) expect(readFileSync(join(folder, model!.name))).toEqual(model!.bytes)
})

it('what comes next for a customer goes from every machine with the customer, and is made anew of all others', async () => {
  await untilNextFor(2)
  // They go in the transaction that forgets: no training may take their place while somebody looks.
  await database.query(`CREATE TABLE erased AS SELECT shop_id FROM customer_snapshot WITH NO DATA;
    CREATE FUNCTION note_erased() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO erased VALUES (OLD.shop_id); RETURN NULL; END $$;
    CREATE TRIGGER erased AFTER DELETE ON customer_snapshot FOR EACH ROW EXECUTE FUNCTION note_erased()`)
  const untied = { customer: FORGOTTEN.customer, orders_to_redact: [] }
  expect(await send('customers/redact', untied)).toBe(200)
  await untilNextFor(0)
  expect(await one('SELECT count(*)::int FROM erased')).toBe(1)
  await database.query('DROP TRIGGER erased ON customer_snapshot; DROP FUNCTION note_erased; DROP TABLE erased')
  await quiet()
})

it('what a model learnt from a forgotten customer goes from the disk of every machine', async () => {
  const [model] = await named()
  const half = `${model!.name}.0.unfinished`
  for (const folder of folders) {
    // What a process that was killed had written of it.
    writeFileSync(join(folder, half), model!.bytes.subarray(0, 50))
    utimesSync(join(folder, half), new Date(0), new Date(0))
  }
  expect(await send('customers/redact', FORGOTTEN)).toBe(200)
  await untilNeitherHas(model!.name)
  await untilNeitherHas(half)
  await quiet()
  expect(await one('SELECT orders FROM model_snapshot')).toBe(18)
  await lookOnSecond()
  const names = (await named()).map(({ name }) => name)
  expect(files(folders[1])).toEqual(names)
})

it('so does every model of a shop that has left', async () => {
  const [model] = await named()
  simulator.uninstall(DOMAIN)
  await untilNeitherHas(model!.name)
  await quiet()
  expect(await named()).toEqual([])
  expect(folders.map(files)).toEqual([[], []])
})
