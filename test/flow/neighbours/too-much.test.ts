import { execFileSync } from 'node:child_process'
import { beforeAll, expect, it } from 'vitest'
import { aRule } from '../../a/rule.ts'
import { aProduct, aWorld } from '../../a/world.ts'
import { awaitQuiet } from '../../running/await-quiet.ts'
import { awaitSync } from '../../running/await-setup.ts'
import { openWithAll } from '../../running/merchant.ts'
import { aRunningShop, type RunningShop } from '../../running/running-shop.ts'
import { askPage } from './ask-page.ts'
import { holdRules } from './hold-rules.ts'
import { within } from './within.ts'

Object.assign(process.env, { HEAVY_PAGES: '1', HEAVY_PAGE_SECONDS: '15', HEAVY_PAGE_MB: '128' })

const worlds = ['ours', 'huge'].map((handle) =>
  aWorld({ facts: { domain: `${handle}.myshopify.com`, handle }, products: [aProduct({ id: 1 }), aProduct({ id: 2 })] }),
)
const [OURS, HUGE] = worlds.map(({ facts }) => facts.domain) as [string, string]

let running: RunningShop
beforeAll(async () => {
  running = await aRunningShop('too-much', ...worlds)
  for (const domain of [OURS, HUGE]) {
    await openWithAll(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await awaitQuiet(running.simulator, running.database)
})

const findings = (domain: string) => within(60, `The findings of ${domain}`, askPage(running, domain, '/app/rules/list/problems.data'))
const health = async () => (await within(10, '/healthz', fetch(`${running.app.url}/healthz`))).status
/** The processes of our app that do heavy pages: the only ones whose memory has this bound. */
const heavyProcesses = () =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('--max-old-space-size=128') && line.includes('admin.ts'))
    .map((line) => line.trim().split(' ')[0])

it('a page that takes longer than it may is answered in words, and its process is replaced', async () => {
  expect((await findings(OURS)).status).toBe(200)
  const [before] = heavyProcesses()
  const giveBack = await holdRules(running.database, OURS)
  try {
    const rule = aRule({ id: 'kept-waiting' })
    const asked = askPage(running, OURS, `/app/rules/${rule.id}.data`, { method: 'PUT', body: { is: rule } })
    expect(await health()).toBe(200)
    const { status, text } = await within(90, 'The page that waits', asked)
    expect([status, text]).toEqual([503, 'This took too long and was stopped. Please try again, or with less at once.'])
    expect((await findings(OURS)).status).toBe(200)
    expect(heavyProcesses()).toHaveLength(1)
    expect(heavyProcesses()).not.toContain(before)
  } finally {
    await giveBack()
  }
})

it('and so is one that takes more memory than it may', async () => {
  const names = Array.from({ length: 100 }, (_, at) => `Something of a long name ${at}`)
  const big = aRule({ when: { kind: 'type', names }, where: { kind: 'type', names } })
  await running.database.query(
    `INSERT INTO rule (shop_id, id, document, created_at, updated_at)
     SELECT $1, 'r' || at, jsonb_set($2::jsonb, '{id}', to_jsonb('r' || at)), now(), now() FROM generate_series(1, 8000) AS at`,
    [HUGE, JSON.stringify(big)],
  )
  expect((await findings(OURS)).status).toBe(200)
  const [before] = heavyProcesses()
  const { status, text } = await findings(HUGE)
  expect([status, text]).toEqual([503, expect.stringMatching(/^(The page could not be drawn|This took too long)/)])
  expect((await findings(OURS)).status).toBe(200)
  expect(await health()).toBe(200)
  expect(heavyProcesses()).not.toContain(before)
})
