import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aProduct, aWorld } from '../a/world.ts'
import { aRule, ofType } from '../a/rule.ts'
import { awaitQuiet } from '../running/await-quiet.ts'
import { awaitSync } from '../running/await-setup.ts'
import { openApp, publishInApp, putInApp } from '../running/merchant.ts'
import { runRules } from '../running/rules-command.ts'
import { aRunningShop, type RunningShop } from '../running/running-shop.ts'

const goods = (first: number) => [
  ...[1, 2, 3].map((at) => aProduct({ id: first + at, handle: `toy-${at}`, title: `Toy ${at}`, productType: 'Toy' })),
  ...[1, 2].map((at) => aProduct({ id: first + 10 + at, handle: `cell-${at}`, title: `Cell ${at}`, productType: 'Battery' })),
]
const dev = aWorld({ facts: { domain: 'dev.myshopify.com', handle: 'dev' }, products: goods(100) })
const live = aWorld({ facts: { domain: 'live.myshopify.com', handle: 'live' }, products: goods(900) })
const [DEV, LIVE] = [dev.facts.domain, live.facts.domain]
const folder = mkdtempSync(join(tmpdir(), 'rules-as-code-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cells = aRule({ id: 'cells', name: 'Cells', when: { kind: 'product', ids: [101 as never] }, where: ofType('Battery'), most: 2 })

let running: RunningShop
const rules = (...args: string[]) => runRules(running.databaseUrl, running.shopPort, ...args)
const quiet = () => awaitQuiet(running.simulator, running.database)
const at = (name: string) => join(folder, name)
const write = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}
async function exported(shop: string, name = 'now.yaml'): Promise<string> {
  expect(await rules('export', at(name), '--shop', shop)).toMatchObject({ code: 0 })
  return readFileSync(at(name), 'utf8')
}
const rows = async () => (await running.database.query('SELECT shop_id, id, document, updated_at FROM rule ORDER BY shop_id, id')).rows
const shownBeside = (shop: string, id: number) =>
  running.simulator.shops
    .get(shop)!
    .metafields.of(`gid://shopify/Product/${id}`)
    .filter(({ key }) => key === 'offers')
    .flatMap(({ value }) => (JSON.parse(value) as string[]).map((gid) => Number(gid.split('/').at(-1))))

beforeAll(async () => {
  running = await aRunningShop('rules-as-code', dev, live)
  for (const domain of [DEV, LIVE]) {
    await openApp(running.simulator, running.app.url, domain)
    await awaitSync(running.database, domain, () => {})
  }
  await quiet()
})
beforeEach(async () => {
  await running.database.query('TRUNCATE rule')
  await putInApp(running.simulator, running.app.url, DEV, '/rules/cells', cells)
})

describe('a shop’s rules as a file', () => {
  it('are written with handles, the same as the same bytes, and applied unchanged they change nothing', async () => {
    const text = await exported(DEV)
    expect(text).toContain('products:\n        - toy-1\n')
    const before = await rows()
    expect(await rules('apply', at('now.yaml'), '--shop', DEV)).toEqual({
      code: 0,
      said: 'Nothing changed: the file says what stood there.\n',
    })
    expect(await rows()).toEqual(before)
    expect(await exported(DEV)).toBe(text)
    await exported(DEV, 'now.json')
    expect((await rules('plan', at('now.json'), '--shop', DEV)).said).toContain('The file says what the shop’s merchants work on already.')
  })

  it('are planned in sentences and pages, and nothing is written', async () => {
    await publishInApp(running.simulator, running.app.url, DEV)
    await quiet()
    const file = write('wider.yaml', (await exported(DEV)).replace('        - toy-1\n', '        - toy-1\n        - toy-2\n'))
    const before = await rows()
    const { code, said } = await rules('plan', file, '--shop', DEV)
    expect(code).toBe(0)
    expect(said).toContain('~ Cells (cells)\n    was: When a shopper looks at a product that is “Toy 1”')
    expect(said).toContain('Rules: 0 to add, 1 to change, 0 to remove.')
    expect(said).toContain('1 product page would show something else than now: Toy 2.')
    expect(await rows()).toEqual(before)
    expect(shownBeside(DEV, 102)).toEqual([])
  })

  it('are carried to another shop and published there by the command line', async () => {
    await exported(DEV, 'carried.yaml')
    const { code, said } = await rules('apply', at('carried.yaml'), '--shop', LIVE, '--publish', '--why', 'From the dev shop')
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/^Applied: 1 changes? to the working set\.\nPublished version 1: 1 product page/),
    ])
    await quiet()
    expect(shownBeside(LIVE, 901).toSorted()).toEqual([911, 912])
    const versions = await running.database.query('SELECT number, made_by, why FROM rule_version WHERE shop_id = $1', [LIVE])
    expect(versions.rows).toEqual([{ number: 1, made_by: 'command', why: 'From the dev shop' }])
    expect(await exported(LIVE, 'there.yaml')).toBe(readFileSync(at('carried.yaml'), 'utf8'))
    expect((await rules('apply', at('carried.yaml'), '--shop', LIVE, '--publish')).said).toContain('the shop shows this already')
  })
})

describe('a file that is wrong', () => {
  const second =
    '  - { id: second, name: Second, state: active, priority: 1, when: { kind: all, of: [] }, stop: false, fallback: false,\n' +
    '      offer: { where: { kind: all, of: [] }, joins: [], except: null, sort: newest, most: 3, need: null } }\n'

  it.each([
    [
      'another shop’s number',
      (text: string) => text.replace('- toy-1', '- 901'),
      /:\d+:\d+: rules\.0\.when\.products\.0: Nothing of this shop has the number 901/,
    ],
    [
      'a product nobody has',
      (text: string) => text.replace('- toy-1', '- toy-9'),
      /rules\.0\.when\.products\.0: The shop has no product with the handle “toy-9”/,
    ],
    ['a rule twice', (text: string) => text + second.replace('second', 'cells'), /rules\.2\.id: Another rule of the set has this id/],
    [
      'a kind that there is not',
      (text: string) => text + second.replace('kind: all', 'kind: weather'),
      /rules\.2\.when\.kind: Invalid discriminator value/,
    ],
    [
      'a key that there is not',
      (text: string) => text.replace('tandem: 1', 'tandem: 1\n__proto__: { a: 1 }'),
      /Unrecognized key: "__proto__"/,
    ],
    ['no YAML', (text: string) => `${text}\n  - [`, /:\d+:\d+: /],
    ['aliases', (text: string) => text.replace('tandem: 1', 'tandem: &a 1\nlocks: *a'), /Aliases are not read|must be unique/],
  ])('with %s is refused with place and reason, and nothing of it is stored', async (_, spoil, reason) => {
    const file = write('wrong.yaml', spoil((await exported(DEV)) + second))
    const before = await rows()
    const outcome = await rules('apply', file, '--shop', DEV, '--publish')
    expect(outcome).toEqual({ code: 1, said: expect.stringMatching(reason) })
    expect(await rows()).toEqual(before)
  })

  it('or a shop, a verb or a file that there is not, is said in words', async () => {
    expect(await rules('apply', at('nowhere.yaml'), '--shop', DEV)).toEqual({ code: 1, said: expect.stringContaining('cannot be read') })
    expect(await rules('plan', at('now.yaml'), '--shop', 'nobody.myshopify.com')).toEqual({
      code: 2,
      said: 'The app is not installed in nobody.myshopify.com.\n',
    })
    for (const args of [[], ['plan'], ['undo', 'a', '--shop', DEV], ['plan', 'a', 'b', '--shop', DEV], ['plan', 'a', '--force']])
      expect(await rules(...args)).toEqual({ code: 2, said: expect.stringContaining('npm run rules -- export FILE') })
  })
})
