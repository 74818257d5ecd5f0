import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mixAt } from '#app/rules/mix.ts'
import { countChanges } from '#app/rules/versions/rule-changes.ts'
import { anySet, pageMix } from '../../a/rule-set.ts'
import { aRule } from '../../a/rule.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET, LOCAL_TOKEN_KEY } from '../../running/app-processes.ts'
import { aDatabase } from '../../setup/database.ts'

const DATABASE_URL = await aDatabase()
Object.assign(process.env, {
  DATABASE_URL,
  NODE_ENV: 'test',
  SHOPIFY_API_KEY: LOCAL_API_KEY,
  SHOPIFY_API_SECRET: LOCAL_API_SECRET,
  TOKEN_KEY: LOCAL_TOKEN_KEY,
  SHOPIFY_APP_URL: 'http://localhost:4960',
})
const { bringBack } = await import('#app/rules/versions/bring-back.server.ts')
const { canonical } = await import('#app/rules/versions/canonical.ts')
const { countWaiting } = await import('#app/rules/versions/count-waiting.server.ts')
const { digestOf } = await import('#app/rules/versions/digest.server.ts')
const { serialized: inTurn } = await import('#app/rules/versions/serialized.server.ts')
const { publishSet } = await import('#app/rules/versions/publish-set.server.ts')
const { editRules, saveRule } = await import('#app/rules/versions/store-rules.server.ts')
const { findVersion, listVersions, newestVersion } = await import('#app/rules/versions/versions.server.ts')
const { readWorkingSet, replaceWorkingSet } = await import('#app/rules/versions/working-set.server.ts')
const { closeDatabase, pool } = await import('#app/platform/db.server.ts')
type RuleSet = Awaited<ReturnType<typeof readWorkingSet>>
type ShopId = Parameters<typeof readWorkingSet>[0]
type StaffId = Extract<Parameters<typeof publishSet>[2], { kind: 'staff' }>['id']

const SHOP = 'versions.myshopify.com' as ShopId
const OTHER = 'other.myshopify.com' as ShopId
const NOW = new Date('2027-03-04T05:06:07Z')
const staff = { kind: 'staff', id: 7 as StaffId } as const

afterAll(closeDatabase)
beforeEach(async () => {
  await pool.query('TRUNCATE shop CASCADE')
  for (const shop of [SHOP, OTHER])
    await pool.query(
      `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'A shop', 'EUR', 'Europe/Berlin', '{}', now())`,
      [shop],
    )
})

const work = (set: RuleSet, shop = SHOP) => inTurn(shop, (client) => replaceWorkingSet(client, shop, set, NOW))
async function publishWhatWaits(why = '', shop = SHOP) {
  const [set, live] = [await readWorkingSet(shop), await newestVersion(shop)]
  return publishSet(shop, { digest: digestOf(set), on: live.number, changes: 1, pages: 2 }, staff, why, NOW)
}

describe('versions', () => {
  it('bring back exactly what was published, whatever came after, and keep every one as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anySet, { minLength: 2, maxLength: 5 }), fc.nat(), async (sets, pick) => {
        await pool.query('TRUNCATE rule, exclusion, never_together, placement_setting, rule_version')
        const published: RuleSet[] = []
        for (const set of sets) {
          await work(set)
          expect(await readWorkingSet(SHOP)).toEqual(set)
          expect(await countWaiting(SHOP)).toBe(countChanges((await newestVersion(SHOP)).set, set))
          const outcome = await publishWhatWaits()
          if (outcome.kind === 'published') expect(published.push(set)).toBe(outcome.number)
          else expect(canonical(set)).toBe(canonical((await newestVersion(SHOP)).set))
        }
        fc.pre(published.length > 0)
        const number = 1 + (pick % published.length)
        expect(await bringBack(SHOP, number, NOW)).toEqual({ kind: 'brought-back' })
        expect(await readWorkingSet(SHOP)).toEqual(published[number - 1])
        for (const [at, set] of published.entries()) expect((await findVersion(SHOP, at + 1))?.set).toEqual(set)
      }),
      { numRuns: 40 },
    )
  })

  it('are told with who, when, why, how much, and which earlier one they equal', async () => {
    const rule = aRule({ id: 'a' })
    await saveRule(SHOP, rule, NOW)
    await publishWhatWaits('The first')
    await saveRule(SHOP, { ...rule, priority: 3 }, NOW)
    await publishWhatWaits()
    await bringBack(SHOP, 1, NOW)
    await publishWhatWaits('Back')
    const note = { by: staff, at: NOW, rules: 1, changes: 1, pages: 2 }
    expect(await listVersions(SHOP, 3, 2)).toEqual([
      { ...note, number: 3, why: 'Back', restoredFrom: 1 },
      { ...note, number: 2, why: '', restoredFrom: null },
    ])
    expect(await listVersions(OTHER, 3, 2)).toEqual([])
    expect(await bringBack(OTHER, 1, NOW)).toEqual({ kind: 'no-such-version' })
  })

  it('are made of what was reviewed, or not at all', async () => {
    await saveRule(SHOP, aRule({ id: 'a' }), NOW)
    const digest = digestOf(await readWorkingSet(SHOP))
    await saveRule(SHOP, aRule({ id: 'b' }), NOW)
    const reviewed = { digest, on: 0, changes: 1, pages: 1 }
    expect(await publishSet(SHOP, reviewed, staff, '', NOW)).toEqual({ kind: 'changed-meanwhile' })
    expect((await newestVersion(SHOP)).number).toBe(0)
  })

  it('lose nobody’s publishing: of several at once, each is a number of its own or is refused', async () => {
    await saveRule(SHOP, aRule({ id: 'a' }), NOW)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => publishWhatWaits()))
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([...Array<string>(7).fill('nothing-waits'), 'published'])
    const mixed = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        await saveRule(SHOP, aRule({ id: `r${at}` }), NOW)
        return publishWhatWaits()
      }),
    )
    const numbers = mixed.flatMap((outcome) => (outcome.kind === 'published' ? [outcome.number] : []))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 2).toSorted((a, b) => a - b))
    expect((await listVersions(SHOP, 99, 99)).map(({ number }) => number)).toEqual(
      Array.from({ length: numbers.length + 1 }, (_, at) => numbers.length + 1 - at),
    )
  })
})

describe('edits', () => {
  it('are all made or none, and say so where somebody was faster', async () => {
    const [a, b] = [aRule({ id: 'a' }), aRule({ id: 'b' })]
    await saveRule(SHOP, a, NOW)
    await saveRule(SHOP, b, NOW)
    const gone = [a, b].map((rule) => ({ id: rule.id, was: rule, is: null }))
    expect(await editRules(SHOP, [gone[0]!, { ...gone[1]!, was: { ...b, priority: 9 } }], NOW)).toEqual({ kind: 'changed-meanwhile' })
    expect((await readWorkingSet(SHOP)).rules).toEqual([a, b])
    expect(await editRules(SHOP, gone, NOW)).toEqual({ kind: 'done' })
    expect((await readWorkingSet(SHOP)).rules).toEqual([])
    expect(await editRules(OTHER, gone, NOW)).toEqual({ kind: 'changed-meanwhile' })
  })
})

describe('the migration', () => {
  it('makes version 1 of what each shop shows, with the digest that the app computes', async () => {
    const url = await aDatabase({ migrated: false })
    const { readMigrations } = await import('../../../prisma/migrate.ts')
    const all = readMigrations()
    const at = all.findIndex(({ name }) => name.endsWith('what_is_live_is_a_version'))
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    for (const { sql } of all.slice(0, at)) await client.query(sql)
    // Nobody could keep products apart before there were versions, or go as low as he likes; and there was one lock, of product pages.
    const lockOf = (set: RuleSet) => mixAt(set.placements, 'product-page').slots[0]!.lock
    const sets = fc.sample(anySet, 30).map(({ floor: _floor, freeDelivery: _freeDelivery, ...set }) => ({
      ...set,
      rules: set.rules.map(({ at: _, ...rule }) => rule),
      placements: pageMix(lockOf(set)),
      neverTogether: [],
    }))
    const rename = (set: RuleSet) => set.rules.map((rule) => ({ ...rule, name: `“${rule.id}” \\ "ü" \n 語 \u007f 😀` }))
    for (const [index, set] of sets.entries()) {
      const shop = `s${index}.myshopify.com`
      await client.query(
        `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'A shop', 'EUR', 'UTC', '{}', now())`,
        [shop],
      )
      for (const rule of rename(set).toReversed())
        await client.query('INSERT INTO rule (shop_id, id, document, created_at, updated_at) VALUES ($1, $2, $3, now(), now())', [
          shop,
          rule.id,
          JSON.stringify(rule),
        ])
      if (set.exclusion)
        await client.query('INSERT INTO exclusion (shop_id, condition) VALUES ($1, $2)', [shop, JSON.stringify(set.exclusion)])
      if (lockOf(set) !== 'locked')
        await client.query(`INSERT INTO placement_setting (shop_id, placement, lock) VALUES ($1, 'product-page', $2)`, [shop, lockOf(set)])
    }
    for (const { sql } of all.slice(at)) await client.query(sql)
    const { rows } = await client.query<{ shop_id: string; document: unknown; digest: string; made_by: string; number: number }>(
      'SELECT shop_id, number, document, digest, made_by FROM rule_version',
    )
    await client.end()
    const decided = sets
      .map((set, index) => ({ shop: `s${index}.myshopify.com`, set: { ...set, rules: rename(set) } }))
      .filter(({ set }) => set.rules.length > 0 || set.exclusion || lockOf(set) !== 'locked')
    expect(rows.map(({ shop_id }) => shop_id).toSorted()).toEqual(decided.map(({ shop }) => shop).toSorted())
    for (const { shop, set } of decided)
      expect(rows.find(({ shop_id }) => shop_id === shop)).toEqual({
        shop_id: shop,
        number: 1,
        document: JSON.parse(canonical(set)) as unknown,
        digest: digestOf(set),
        made_by: 'upgrade',
      })
  })
})
