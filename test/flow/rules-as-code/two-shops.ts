import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { openWithAll, putInApp } from '../../running/merchant.ts'
import { runRules, type CommandOutcome } from '../../running/rules-command.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { atEnd } from '../../setup/at-end.ts'

const goods = (first: number) => [
  ...[1, 2, 3].map((at) => aProduct({ id: first + at, handle: `toy-${at}`, title: `Toy ${at}`, productType: 'Toy' })),
  ...[1, 2].map((at) => aProduct({ id: first + 10 + at, handle: `cell-${at}`, title: `Cell ${at}`, productType: 'Battery' })),
]
const dev = aWorld({ facts: { domain: 'dev.myshopify.com', handle: 'dev' }, products: goods(100) })
const live = aWorld({ facts: { domain: 'live.myshopify.com', handle: 'live' }, products: goods(900) })
export const [DEV, LIVE] = [dev.facts.domain, live.facts.domain]

/** The one rule of the development shop before each test. */
const cells = aRule({ id: 'cells', name: 'Cells', when: { kind: 'product', ids: [101 as never] }, where: ofType('Battery'), most: 2 })

interface TwoShops extends RunningShop {
  /** Runs the command; its words are in the outcome. */
  readonly rules: (...args: string[]) => Promise<CommandOutcome>
  /** The path of a file of this test's own. */
  readonly at: (name: string) => string
  readonly write: (name: string, text: string) => string
  /** What the command exports of a shop. */
  readonly exported: (shop: string, name?: string) => Promise<string>
  /** Every rule of both shops. */
  readonly rows: () => Promise<Record<string, unknown>[]>
  readonly quiet: () => Promise<void>
  readonly beginAnew: () => Promise<void>
}

/** A development shop and a live one, of the same goods under other numbers. */
export async function twoShops(name: string): Promise<TwoShops> {
  const running = await aRunningShop(name, dev, live)
  const { simulator, app, database, databaseUrl, shopPort } = running
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  atEnd(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })))
  const quiet = () => awaitQuiet(simulator, database)
  const rules = (...args: string[]) => runRules(databaseUrl, shopPort, ...args)
  const at = (file: string) => join(folder, file)
  for (const domain of [DEV, LIVE]) {
    await openWithAll(simulator, app.url, domain)
    await awaitSync(database, domain, () => {})
  }
  await quiet()
  return {
    ...running,
    rules,
    at,
    quiet,
    write(file, text) {
      writeFileSync(at(file), text)
      return at(file)
    },
    async exported(shop, file = 'now.yaml') {
      expect(await rules('export', at(file), '--shop', shop)).toMatchObject({ code: 0 })
      return readFileSync(at(file), 'utf8')
    },
    rows: async () =>
      (await database.query<Record<string, unknown>>('SELECT shop_id, id, document, updated_at FROM rule ORDER BY shop_id, id')).rows,
    async beginAnew() {
      await database.query('TRUNCATE rule, applied_file, rule_import')
      await putInApp(simulator, app.url, DEV, '/rules/cells', cells)
    },
  }
}
