import { afterEach, beforeAll, expect, it } from 'vitest'
import { aRule } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { openWithAll } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { askPage } from './ask-page.ts'
import { holdRules, untilWaitedFor } from './hold-rules.ts'
import { within } from './within.ts'

const worlds = ['ours', 'theirs'].map((handle) =>
  aWorld({ facts: { domain: `${handle}.myshopify.com`, handle }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] }),
)
const [OURS, THEIRS] = worlds.map(({ facts }) => facts.domain) as [string, string]

let running: RunningShop
let giveBack: (() => Promise<void>) | undefined

beforeAll(async () => {
  running = await aRunningShop('abandoned', ...worlds)
  for (const domain of [OURS, THEIRS]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await awaitQuiet(running.simulator, running.database)
})
afterEach(async () => {
  await giveBack?.()
  giveBack = undefined
})

const health = async () => (await fetch(`${running.app.url}/healthz`)).status
const findings = (domain: string) => askPage(running, domain, '/app/rules/list/problems.data')

/** Meanwhile everybody else is answered; once it is abandoned, so is the shop itself. */
async function expectTurnIsFreed(begin: (signal: AbortSignal) => Promise<unknown>, hasBegun: () => Promise<void>): Promise<void> {
  const leaving = new AbortController()
  const abandoned = begin(leaving.signal).then(
    () => 'answered',
    () => 'abandoned',
  )
  await within(30, 'The heavy page', hasBegun())
  expect(await within(10, '/healthz', health())).toBe(200)
  expect((await within(30, 'The other shop’s heavy page', findings(THEIRS))).status).toBe(200)
  leaving.abort()
  expect(await abandoned).toBe('abandoned')
  expect((await within(30, 'The shop’s next heavy page', findings(OURS))).status).toBe(200)
  expect(await within(10, '/healthz', health())).toBe(200)
}

it('a page that waits for something, left by who asked for it, is ended, and the shop’s next one is drawn', async () => {
  giveBack = await holdRules(running.database, OURS)
  const rule = aRule({ id: 'kept-waiting' })
  await expectTurnIsFreed(
    (signal) => askPage(running, OURS, `/app/rules/${rule.id}.data`, { method: 'PUT', body: { is: rule }, signal }),
    () => untilWaitedFor(running.database),
  )
  expect((await running.database.query('SELECT FROM rule')).rowCount).toBe(0)
})

it('and so is one that works', async () => {
  // As large as a file may be: nobody is through with it in the time.
  const file = `handle,offered\n${`product-1,${'nothing-of-the-shop '.repeat(10)}\n`.repeat(190_000)}`
  await expectTurnIsFreed(
    (signal) => askPage(running, OURS, '/app/import/csv', { method: 'POST', body: file, signal }),
    () => new Promise((go) => setTimeout(go, 500)),
  )
})
