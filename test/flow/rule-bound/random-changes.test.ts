import fc from 'fast-check'
import { afterAll, beforeEach, expect, it } from 'vitest'
import type { Rule } from '#app/rules/rule.ts'
import { BULK_ACTIONS, bulkEdits, undoing, type RuleEdit } from '#app/rules/versions/rule-edit.ts'
import { aProduct } from '../../a/product.ts'
import { anySet } from '../../a/rule-set.ts'
import { aCatalog } from '../../a/shop.ts'
import { LOCAL_API_KEY, LOCAL_API_SECRET, LOCAL_TOKEN_KEY } from '../../running/app-processes.ts'
import { aDatabase } from '../../setup/database.ts'

const MOST = { rules: 4, bytes: 1_500 }
Object.assign(process.env, {
  DATABASE_URL: await aDatabase(),
  NODE_ENV: 'test',
  SHOPIFY_API_KEY: LOCAL_API_KEY,
  SHOPIFY_API_SECRET: LOCAL_API_SECRET,
  TOKEN_KEY: LOCAL_TOKEN_KEY,
  SHOPIFY_APP_URL: 'http://localhost:4960',
  MOST_RULES: String(MOST.rules),
  MOST_RULE_BYTES: String(MOST.bytes),
})
const { closeDatabase, pool } = await import('#app/platform/db.server.ts')
const { bringBack } = await import('#app/rules/versions/bring-back.server.ts')
const { applyDocument } = await import('#app/rules/document/apply-document.server.ts')
const { takeBack } = await import('#app/rules/document/take-back.server.ts')
const { writeDocument } = await import('#app/rules/document/write-document.ts')
const { addDrafts } = await import('#app/rules/import/add-drafts.server.ts')
const { serialized: inTurn } = await import('#app/rules/versions/serialized.server.ts')
const { editRules, saveRule } = await import('#app/rules/versions/store-rules.server.ts')
const { newestVersion } = await import('#app/rules/versions/versions.server.ts')
const { publishSet } = await import('#app/rules/versions/publish-set.server.ts')
const { digestOf } = await import('#app/rules/versions/digest.server.ts')
const { readWorkingSet, replaceWorkingSet } = await import('#app/rules/versions/working-set.server.ts')
type ShopId = Parameters<typeof readWorkingSet>[0]
type RuleSet = Awaited<ReturnType<typeof readWorkingSet>>

const SHOP = 'bounded.myshopify.com' as ShopId
const catalog = aCatalog(...Array.from({ length: 30 }, (_, at) => aProduct(at + 1, { collections: [(at % 4) + 1] })))

afterAll(closeDatabase)
beforeEach(async () => {
  await pool.query('TRUNCATE shop CASCADE')
  await pool.query(
    `INSERT INTO shop (id, name, currency, timezone, scopes, installed_at) VALUES ($1, 'A shop', 'EUR', 'Europe/Berlin', '{}', now())`,
    [SHOP],
  )
})

/** All that a change of the rules may touch. */
const everything = async () => {
  const tables = ['rule', 'exclusion', 'never_together', 'placement_setting', 'rule_import', 'applied_file', 'rule_version']
  return Promise.all(tables.map(async (table) => (await pool.query<object>(`SELECT * FROM ${table} ORDER BY 1, 2`)).rows))
}

const ids = (rules: readonly Rule[]) => new Map(rules.map((rule) => [rule.id, rule]))
function edited(rules: readonly Rule[], edits: readonly RuleEdit[]): Rule[] {
  const after = ids(rules)
  for (const { id, is } of edits) if (is) after.set(id, is)
  for (const { id, is } of edits) if (!is) after.delete(id)
  return [...after.values()]
}

/** Written as PostgreSQL writes it, without what is null or not there. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return `{${kept.map(([key, one]) => `"${key}": ${written(one)}`).join(', ')}}`
}
const volumeOf = (rules: readonly Rule[]) => ({
  rules: rules.length,
  bytes: rules.reduce((sum, { state: _state, stop: _stop, fallback: _fallback, ...says }) => sum + Buffer.byteLength(written(says)), 0),
})

const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), of: anySet }),
  fc.record({
    kind: fc.constant('bulk' as const),
    action: fc.constantFrom(...BULK_ACTIONS),
    picked: fc.array(fc.boolean(), { minLength: 9 }),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('drafts' as const), of: anySet }),
  fc.record({ kind: fc.constant('apply' as const), of: anySet }),
  fc.record({ kind: fc.constant('take back' as const) }),
  fc.record({ kind: fc.constant('publish' as const) }),
  fc.record({ kind: fc.constant('bring back' as const) }),
)

it('whatever is done in whatever order, a shop never has more than it may, and what is refused has changed nothing', async () => {
  const refusals = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anySet, fc.array(anyStep, { minLength: 4, maxLength: 14 }), async (first, steps) => {
      await pool.query('TRUNCATE rule, exclusion, never_together, placement_setting, rule_import, applied_file, rule_version')
      // There may be more already: a setting was lowered since.
      await inTurn(SHOP, (client) => replaceWorkingSet(client, SHOP, first, new Date(0)))
      let [undo, count]: [readonly RuleEdit[], number] = [[], 0]
      for (const [at, step] of steps.entries()) {
        const now = new Date(at + 1)
        const [before, stood] = [await readWorkingSet(SHOP), await everything()]
        const { kind, after, edits } = await take(step, before, now)
        const [is, was] = [volumeOf(after), volumeOf(before.rules)]
        const isTooMuch = (['rules', 'bytes'] as const).some((of) => is[of] > MOST[of] && is[of] > was[of])
        expect([step.kind, kind === 'too-much']).toEqual([step.kind, isTooMuch])
        if (isTooMuch) expect(await everything()).toEqual(stood)
        else expect(ids((await readWorkingSet(SHOP)).rules)).toEqual(ids(after))
        if (isTooMuch) refusals.add(step.kind)
        else if (edits) undo = edits
      }

      async function take(step: (typeof steps)[number], { rules }: RuleSet, now: Date) {
        switch (step.kind) {
          case 'save': {
            const rule = step.of.rules[0]
            if (!rule) return { kind: 'nothing', after: rules }
            return { kind: (await saveRule(SHOP, rule, now)).kind, after: edited(rules, [{ id: rule.id, was: null, is: rule }]) }
          }
          case 'bulk': {
            const picked = rules.filter((_, at) => step.picked[at])
            const edits = bulkEdits(step.action, picked, {
              firstPlace: 60,
              newId: () => `copy-${(count += 1)}` as Rule['id'],
              nameOf: (name) => name,
            })
            return { kind: (await editRules(SHOP, edits, now)).kind, after: edited(rules, edits), edits }
          }
          case 'undo': {
            const edits = undoing(undo)
            const { kind } = await editRules(SHOP, edits, now)
            return { kind, after: kind === 'changed-meanwhile' ? rules : edited(rules, edits), edits }
          }
          case 'drafts':
            return { kind: (await addDrafts(SHOP, 'csv', step.of.rules, now)).kind, after: [...ids([...step.of.rules, ...rules]).values()] }
          case 'apply': {
            const { kind } = await applyDocument(SHOP, { document: writeDocument(step.of, catalog), catalog, overwrite: true }, now)
            return { kind, after: step.of.rules }
          }
          case 'take back': {
            const { rows } = await pool.query<{ replaced: RuleSet }>('SELECT replaced FROM applied_file')
            const { kind } = await takeBack(SHOP, now)
            return { kind, after: kind === 'taken-back' || kind === 'too-much' ? rows[0]!.replaced.rules : rules }
          }
          case 'publish': {
            const { number: on } = await newestVersion(SHOP)
            const digest = digestOf(await readWorkingSet(SHOP))
            return { ...(await publishSet(SHOP, { digest, on, changes: 1, pages: 1 }, { kind: 'command' }, '', now)), after: rules }
          }
          case 'bring back': {
            const { number, set } = await newestVersion(SHOP)
            return { kind: (await bringBack(SHOP, number, now)).kind, after: set.rules }
          }
        }
      }
    }),
    { numRuns: 80 },
  )
  expect(refusals.size).toBeGreaterThan(3)
})
