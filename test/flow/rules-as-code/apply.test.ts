import fc from 'fast-check'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { aProduct } from '../../a/product.ts'
import { anySet } from '../../a/rule-set.ts'
import { aCatalog } from '../../a/shop.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET, LOCAL_TOKEN_KEY } from '../../running/app-processes.ts'
import { aDatabase } from '../../setup/database.ts'

Object.assign(process.env, {
  DATABASE_URL: await aDatabase(),
  NODE_ENV: 'test',
  SHOPIFY_API_KEY: LOCAL_API_KEY,
  SHOPIFY_API_SECRET: LOCAL_API_SECRET,
  TOKEN_KEY: LOCAL_TOKEN_KEY,
  SHOPIFY_APP_URL: 'http://localhost:4960',
})
const { canonical } = await import('#app/rules/versions/canonical.ts')
const { EMPTY_SET } = await import('#app/rules/rule-set.ts')
const { closeDatabase, pool } = await import('#app/platform/db.server.ts')
const { applyDocument } = await import('#app/rules/document/apply-document.server.ts')
const { writeDocument } = await import('#app/rules/document/write-document.ts')
const { originOf } = await import('#app/rules/document/origin-of.server.ts')
const { takeBack } = await import('#app/rules/document/take-back.server.ts')
const { readWorkingSet } = await import('#app/rules/versions/working-set.server.ts')
type ShopId = Parameters<typeof readWorkingSet>[0]

const SHOP = 'applied.myshopify.com' as ShopId
/** Everything that random rules name. */
const catalog = aCatalog(...Array.from({ length: 30 }, (_, at) => aProduct(at + 1, { collections: [(at % 4) + 1] })))
const apply = (document: unknown, at = new Date(), overwrite = true) => applyDocument(SHOP, { document, catalog, overwrite }, at)
const rows = async () =>
  (await pool.query('SELECT id, document, created_at, updated_at FROM rule WHERE shop_id = $1 ORDER BY id', [SHOP])).rows

afterAll(closeDatabase)
beforeEach(async () => {
  await pool.query('TRUNCATE shop CASCADE')
  await pool.query(
    `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'A shop', 'EUR', 'Europe/Berlin', '{}', now())`,
    [SHOP],
  )
})

it('what is exported, applied and exported again is the same, whatever stood there before, and once more changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anySet, async (set) => {
      const document = writeDocument(set, catalog)
      expect((await apply(document)).kind).toBe('applied')
      const standing = await readWorkingSet(SHOP)
      expect(standing).toEqual(set)
      const before = await rows()
      expect((await apply(writeDocument(standing, catalog), new Date(0))).kind).toBe('applied')
      expect(await rows()).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

it('of a document with one fault nothing is stored, wherever the fault is', async () => {
  await fc.assert(
    fc.asyncProperty(anySet, anySet, fc.nat(), async (set, other, pick) => {
      fc.pre(other.rules.length > 0)
      await apply(writeDocument(set, catalog))
      const before = await rows()
      const document = structuredClone(writeDocument(other, catalog)) as { readonly rules: Record<string, unknown>[] }
      document.rules[pick % document.rules.length]!['when'] = { kind: 'product', products: [7_000_001] }
      expect(await apply(document)).toMatchObject({
        kind: 'refused',
        faults: [{ path: expect.stringMatching(/^rules\.\d\.when\.products\.0$/) }],
      })
      expect([await rows(), await readWorkingSet(SHOP)]).toEqual([before, set])
    }),
    { numRuns: 40 },
  )
})

it('what a file replaced is put back whole, once', async () => {
  await fc.assert(
    fc.asyncProperty(anySet, anySet, async (stood, applied) => {
      fc.pre(canonical(stood) !== canonical(applied))
      await apply(writeDocument(stood, catalog))
      await apply(writeDocument(applied, catalog))
      await apply(writeDocument(applied, catalog))
      for (const kind of ['taken-back', 'nothing-applied']) {
        expect((await takeBack(SHOP, new Date())).kind).toBe(kind)
        expect(await readWorkingSet(SHOP)).toEqual(stood)
      }
    }),
    { numRuns: 20 },
  )
})

it('a file takes the place of exactly what its author has seen, whatever that is', async () => {
  let overtaken = 0
  await fc.assert(
    fc.asyncProperty(anySet, anySet, anySet, fc.boolean(), async (seen, meanwhile, wanted, isMet) => {
      await apply(writeDocument(seen, catalog))
      const document = writeDocument(wanted, catalog, originOf(SHOP, seen, catalog))
      if (isMet) await apply(writeDocument(meanwhile, catalog))
      const standing = await readWorkingSet(SHOP)
      const isUnseen = [seen, wanted, EMPTY_SET].every((set) => canonical(set) !== canonical(standing))
      overtaken += Number(isUnseen)
      const outcome = await apply(document, new Date(), false)
      expect(outcome).toMatchObject(isUnseen ? { kind: 'overtaken', why: 'since-exported' } : { kind: 'applied' })
      expect(await readWorkingSet(SHOP)).toEqual(isUnseen ? standing : wanted)
    }),
    { numRuns: 60 },
  )
  expect(overtaken).toBeGreaterThan(5)
})
