import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { aRule, ofType } from '../../a/rule.ts'
import { publishInApp, putInApp } from '../../running/merchant.ts'
import { DEV, LIVE, twoShops } from './two-shops.ts'

const shops = await twoShops('rules-as-code')
const { rules, at, write, exported, rows, quiet } = shops
beforeEach(shops.beginAnew)

const shownBeside = (shop: string, id: number) =>
  shops.simulator.shops
    .get(shop)!
    .metafields.of(`gid://shopify/Product/${id}`)
    .filter(({ key }) => key === 'offers')
    .flatMap(({ value }) => (JSON.parse(value) as string[]).map((gid) => Number(gid.split('/').at(-1))))

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
    await publishInApp(shops.simulator, shops.app.url, DEV)
    await quiet()
    const file = write('wider.yaml', (await exported(DEV)).replace('        - toy-1\n', '        - toy-1\n        - toy-2\n'))
    const before = await rows()
    const { code, said } = await rules('plan', file, '--shop', DEV)
    expect(code).toBe(0)
    expect(said).toContain('~ Cells (cells)\n    was: When a shopper looks at a product named “Toy 1”')
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
    const versions = await shops.database.query('SELECT number, made_by, why FROM rule_version WHERE shop_id = $1', [LIVE])
    expect(versions.rows).toEqual([{ number: 1, made_by: 'command', why: 'From the dev shop' }])
    const carried = readFileSync(at('carried.yaml'), 'utf8')
    expect(carried).toMatch(/^tandem: 1\nfrom: dev\.myshopify\.com@[0-9a-f]{12}\n/)
    expect(await exported(LIVE, 'there.yaml')).toBe(carried.replace('from: dev.', 'from: live.'))
    expect((await rules('apply', at('carried.yaml'), '--shop', LIVE, '--publish')).said).toContain('the shop shows this already')
  })
})

describe('a file that is looked through', () => {
  it('is told of with place, reason and severity, and nothing is written', async () => {
    await putInApp(shops.simulator, shops.app.url, DEV, '/rules/nobody', aRule({ id: 'nobody', name: 'Nobody', when: ofType('Spaceship') }))
    await exported(DEV, 'lint.yaml')
    const before = await rows()
    const { code, said } = await rules('lint', at('lint.yaml'), '--shop', DEV)
    expect([code, said]).toEqual([1, expect.stringMatching(/lint\.yaml:\d+:\d+: warning: Nobody: .+\n {4}.+/)])
    expect(said).toMatch(/Warnings: 1\. Hints: \d\.\n$/)
    expect(await rows()).toEqual(before)
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
    ['aliases', (text: string) => text.replace('tandem: 1', 'tandem: &a 1\nplacements: *a'), /Aliases are not read|must be unique/],
  ])('with %s is refused with place and reason, and nothing of it is stored', async (_, spoil, reason) => {
    const file = write('wrong.yaml', spoil((await exported(DEV)) + second))
    const before = await rows()
    const outcome = await rules('apply', file, '--shop', DEV, '--publish')
    expect(outcome).toEqual({ code: 1, said: expect.stringMatching(reason) })
    expect(await rows()).toEqual(before)
  })

  it('or a shop, a verb or a file that there is not, is said in words', async () => {
    expect(await rules('apply', at('nowhere.yaml'), '--shop', DEV)).toEqual({ code: 1, said: expect.stringContaining('cannot be read') })
    expect(await rules('export', at('no-folder/now.yaml'), '--shop', DEV)).toEqual({
      code: 2,
      said: expect.stringMatching(/^ENOENT: no such file or directory, open .*\n$/),
    })
    expect(await rules('plan', at('now.yaml'), '--shop', 'nobody.myshopify.com')).toEqual({
      code: 2,
      said: 'The app is not installed in nobody.myshopify.com.\n',
    })
    for (const args of [[], ['plan'], ['undo', 'a', '--shop', DEV], ['plan', 'a', 'b', '--shop', DEV], ['plan', 'a', '--force']])
      expect(await rules(...args)).toEqual({ code: 2, said: expect.stringContaining('npm run rules -- VERB FILE') })
  })
})
