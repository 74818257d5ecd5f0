import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { freePort } from '../../prisma/free-port.ts'
import { startApp } from '../running/app-processes.ts'
import { awaitSync } from '../running/await-setup.ts'
import { startLocalShops } from '../running/local-shops.ts'
import { openWithAll, publishInApp, putInApp } from '../running/merchant.ts'
import type { Simulator } from '../simulator/simulator.ts'
import { STANDARD_LIMITS } from '../simulator/weather/weather.ts'
import { CalledWrongly, readNumbers } from './measuring/arguments.ts'
import type { Bench } from './measuring/outcome.ts'
import { ownDatabase } from './measuring/own-database.ts'
import { gidOf, madeUpRules, madeUpShop, offersBeside, oneChanged } from './publish/made-up-shop.ts'
import { watchWrites, type Watched } from './publish/watch-writes.ts'

const FOLDER = resolve('.data/bench-publish')
const TIMES = 1.2
/** Shopify takes so many metafields a call, and ten points for it. */
const [METAFIELDS_PER_CALL, POINTS_PER_CALL] = [25, 10]
const METAFIELDS_PER_PRODUCT = 2
/** Below that the full bucket and the app's own work say more than the pace. */
const JUDGED_FROM_S = 60
const QUICK = { size: 1_000_000, perSecond: 100_000 }
const LONGEST = 30 * 60_000
const SAID_EVERY = 30_000

/**
 * `--products 100000 --faster 4 --trip 1000 --echoes 0`: a merchant publishes rules that put something beside every product of a shop on
 * the Standard plan; then everything is published again by a new worker, then one rule is changed. The shop gives points back so many times
 * faster than the plan does, and takes so many milliseconds (of the plan's time) for each call that writes: how long Shopify takes it says
 * nowhere. Seconds are the plan's: those of calls count `--faster` times, those before the first call once. With `--echoes 1` the app is
 * told of each of its writings, as Shopify does. Beside it the least that `metafieldsSet` can take: full calls, a full bucket, and no point
 * left lying.
 */
export const run: Bench = async (args) => {
  const { products, faster, trip, echoes } = readNumbers(args, { products: 100_000, faster: 4, trip: 1_000, echoes: 0 })
  if (products < 1 || faster < 1) throw new CalledWrongly('--products and --faster take at least 1')
  const [shopPort, appPort] = [await freePort(), await freePort()]
  const postgres = await ownDatabase(FOLDER, 2)
  const { database } = postgres
  const world = madeUpShop(products)
  const { domain } = world.facts
  const simulator = await startLocalShops({ port: shopPort, appUrl: `http://localhost:${appPort}`, worlds: [world] })
  const weather = simulator.weather(domain)
  const installation = simulator.installations.get(domain)!
  weather.throttle(QUICK)
  const app = await startApp({ databaseUrl: postgres.url, appPort, shopPort, logs: FOLDER })
  try {
    await openWithAll(simulator, app.url, domain)
    await awaitSync(database, domain, (line) => console.log(line))
    for (const rule of madeUpRules()) await putInApp(simulator, app.url, domain, `/rules/${rule.id}`, rule)
    await untilIdle(database)
    // What the writing is told as comes so many times faster, too, and is work of its own: the bench `webhooks` is about that.
    if (echoes === 0) weather.webhooks.often(1, { kind: 'lost' }, 'products/update')
    weather.graphql.often(1, { kind: 'hang', milliseconds: trip / faster }, 'metafieldsSet')
    weather.throttle({ ...STANDARD_LIMITS, perSecond: STANDARD_LIMITS.perSecond * faster })

    const watched = async (work: () => Promise<unknown>): Promise<Watched & { readonly seconds: number; readonly before: number }> => {
      const began = performance.now()
      const watch = watchWrites(installation)
      const progress = setInterval(() => console.log(`  ${watch.written()} products written`), SAID_EVERY)
      await work()
      await untilIdle(database)
      clearInterval(progress)
      const seen = watch.stop()
      if (!seen.writes) return { ...seen, before: 0, seconds: 0 }
      const { first, last } = seen.writes
      const before = Math.max(0, first - began - trip / faster) / 1_000
      return { ...seen, before, seconds: before + (faster * (last - first) + trip) / 1_000 }
    }
    const all = await watched(() => publishInApp(simulator, app.url, domain))
    mustStand(simulator, domain, products, false)
    tell('everything', all)
    await app.replace('worker')
    const again = await watched(() => publishAgain(database, domain))
    tell('again, unchanged', again)
    const { rule, touched } = oneChanged(products)
    await putInApp(simulator, app.url, domain, `/rules/${rule.id}`, rule)
    await untilIdle(database)
    const changed = await watched(() => publishInApp(simulator, app.url, domain))
    tell('one rule changed', changed)
    mustStand(simulator, domain, products, true)
    if (again.products.size > 0) throw new Error(`${again.products.size} products were written again, though nothing had changed`)
    const besides = [...changed.products].filter((gid) => !touched.some((product) => gidOf(product) === gid))
    if (besides.length > 0) throw new Error(`${besides.length} products were written that the changed rule does not touch: ${besides[0]}`)

    const metafields = products * METAFIELDS_PER_PRODUCT
    const least = leastOf(metafields)
    const isJudged = least.seconds >= JUDGED_FROM_S
    console.log('How fast Shopify carries out a bulk mutation it says nowhere: there is nothing to hold this against.')
    return {
      figures: {
        products,
        faster,
        trip_ms: trip,
        published_s: Math.round(all.seconds),
        before_first_call_s: tenth(all.before),
        calls: all.calls,
        points: all.points,
        turned_away: all.turnedAway,
        ...(isJudged && { times_least: Math.round(100 * (all.seconds / least.seconds)) / 100 }),
        again_writes: again.products.size,
        again_points: again.points,
        changed_products: touched.length,
        changed_writes: changed.products.size,
        changed_s: tenth(changed.seconds),
      },
      baseline: { metafields, least_calls: least.calls, least_points: least.points, least_s: Math.round(least.seconds) },
      misses:
        isJudged && all.seconds > TIMES * least.seconds
          ? [`published within ${Math.round(all.seconds)} s, not ${TIMES} times ${Math.round(least.seconds)}`]
          : [],
    }
  } finally {
    await app.stop()
    await simulator.stop()
    await postgres.stop()
  }
}

/** With full calls, out of a bucket that is full at first, as if a call took no time. */
function leastOf(metafields: number): { readonly calls: number; readonly points: number; readonly seconds: number } {
  const calls = Math.ceil(metafields / METAFIELDS_PER_CALL)
  const points = calls * POINTS_PER_CALL
  return { calls, points, seconds: Math.max(0, points - STANDARD_LIMITS.size) / STANDARD_LIMITS.perSecond }
}

/** Throws where beside a product something else stands than the rules say. */
function mustStand(simulator: Simulator, domain: string, products: number, isChanged: boolean): void {
  const { metafields } = simulator.shops.get(domain)!
  for (let product = 1; product <= products; product += 1) {
    const fields = metafields.of(gidOf(product))
    const offers = fields.find(({ key }) => key === 'offers')?.value
    const wanted = offersBeside(product, products, isChanged)
    if (offers !== wanted) throw new Error(`Beside product ${product} stands ${offers}, not ${wanted}`)
    if (!fields.some(({ key }) => key === 'offer_notes')) throw new Error(`Nothing is noted beside product ${product}`)
  }
}

/** Resolves once it is done. */
async function publishAgain(database: pg.Pool, domain: string): Promise<void> {
  const { rows } = await database.query<{ id: string }>(
    `INSERT INTO jobs.job (name, data, singleton_key, policy, group_id)
     VALUES ('publish', jsonb_build_object('shop', $1::text), $1, 'stately', $1) RETURNING id`,
    [domain],
  )
  await untilIdle(database)
  const done = await database.query(`SELECT FROM jobs.job WHERE id = $1 AND state = 'completed'`, [rows[0]!.id])
  if (done.rows.length === 0) throw new Error('Nothing was published again')
}

/** Resolves once no job and no delivery has waited for a second. */
async function untilIdle(database: pg.Pool): Promise<void> {
  const began = performance.now()
  for (let idle = 0; idle < 10; await wait(100)) {
    const { rows } = await database.query<{ busy: boolean; failed: string | null }>(
      `SELECT EXISTS (SELECT FROM jobs.job WHERE state < 'completed') OR EXISTS (SELECT FROM delivery WHERE applied_at IS NULL) AS busy,
         (SELECT name || ': ' || (output->>'message') FROM jobs.job WHERE state = 'failed' OR (state = 'retry' AND name = 'publish') LIMIT 1) AS failed`,
    )
    if (rows[0]!.failed !== null) throw new Error(`A job failed: ${rows[0]!.failed}`)
    if (performance.now() - began > LONGEST) throw new Error('Waited in vain until no job was left')
    idle = rows[0]!.busy ? 0 : idle + 1
  }
}

function tell(what: string, { seconds, before, calls, points, turnedAway, products }: Watched & { seconds: number; before: number }): void {
  console.log(
    `${what}: ${products.size} products written within ${tenth(seconds)} s, ${tenth(before)} of it before the first call; ` +
      `${calls} calls, ${turnedAway} of them turned away, ${points} points`,
  )
}

const tenth = (figure: number) => Math.round(10 * figure) / 10
