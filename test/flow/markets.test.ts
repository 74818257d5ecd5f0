import { beforeAll, describe, expect, it } from 'vitest'
import { aRule, ofType } from '../a/rule.ts'
import { aProduct, aWorld } from '../a/world.ts'
import { askApp, publishInApp, putInApp, readPage } from '../running/merchant.ts'
import { aWarySyncedShop } from '../running/synced-shop.ts'
import { placeBlock } from '../simulator/storefront/place-block.ts'

const CATALOG = 7
const world = aWorld({
  // Every visit is one in Canada.
  facts: { domain: 'wide.myshopify.com', handle: 'wide', market: 'canada' },
  products: [
    aProduct({ id: 1, handle: 'lamp', productType: 'Lamp' }),
    aProduct({ id: 2, title: 'Warm bulb', productType: 'Bulb' }),
    aProduct({ id: 3, title: 'Cold bulb', productType: 'Bulb' }),
    aProduct({ id: 4, title: 'Cord', productType: 'Cord' }),
    aProduct({ id: 5, title: 'Old cord', productType: 'Cord', status: 'DRAFT' }),
  ],
  markets: [
    { id: 1, handle: 'home', name: 'Home', type: 'REGION', status: 'ACTIVE', catalogIds: [] },
    { id: 2, handle: 'canada', name: 'Canada', type: 'REGION', status: 'ACTIVE', catalogIds: [CATALOG, CATALOG + 1] },
    { id: 3, handle: 'till', name: 'Till', type: 'LOCATION', status: 'ACTIVE', catalogIds: [CATALOG] },
    { id: 4, handle: 'soon', name: 'Soon', type: 'REGION', status: 'DRAFT', catalogIds: [CATALOG] },
  ],
  marketCatalogs: [
    { id: CATALOG, title: 'Abroad', status: 'ACTIVE', productIds: [1] },
    { id: CATALOG + 1, title: 'Overseas', status: 'ACTIVE', productIds: [4] },
  ],
})
const SHOP = world.facts.domain
const { simulator, app, database, shop, weather, quiet, rowsOf, one } = await aWarySyncedShop('markets', world)

const RULE = aRule({ id: 'bulbs', name: 'Bulbs for lamps', when: ofType('Lamp'), where: ofType('Bulb'), sort: 'newest', priority: 10 })
const cords = aRule({ id: 'cords', name: 'Cords for lamps', when: ofType('Lamp'), where: ofType('Cord'), priority: 20 })
const FOUND = { kind: 'not-in-market', severity: 'hint', rule: 'bulbs', count: 2, of: 2 }

const markets = () => rowsOf('SELECT handle, name, lacks::float8[] AS lacks FROM market ORDER BY handle')
const found = async () => ((await one('SELECT findings FROM lint')) as { kind: string }[]).filter(({ kind }) => kind === 'not-in-market')
/** What a shopper in Canada sees beside the lamp. */
async function shown(): Promise<(string | undefined)[]> {
  const html = await (await fetch(simulator.productUrl(SHOP, 'lamp'))).text()
  return [...html.matchAll(/tandem-card__title">([^<]*)</g)].map(([, title]) => title)
}
const grant = async (change: 'grant' | 'revoke') => {
  simulator.changeScopes(SHOP, change, ['read_markets'])
  await quiet()
}
const night = async () => {
  await database.query(`INSERT INTO jobs.job (name, data) VALUES ('night', '{}')`)
  await quiet()
}

beforeAll(async () => {
  placeBlock(shop.themeFiles)
  for (const rule of [RULE, cords]) await putInApp(simulator, app.url, SHOP, `/rules/${rule.id}`, rule)
  await publishInApp(simulator, app.url, SHOP)
  await quiet()
})

describe('a shop whose markets may not be read', () => {
  it('shows what the rules say everywhere, finds nothing of markets and says so', async () => {
    expect(await markets()).toEqual([])
    expect(await found()).toEqual([])
    expect(await shown()).toEqual(['Warm bulb', 'Cold bulb', 'Cord'])
    expect(await readPage(simulator, app.url, SHOP, '/placements/preview')).toContain('Which products a market leaves out is not known')
    expect(await readPage(simulator, app.url, SHOP, '/settings/privacy')).toContain(
      'Nothing tells you that a market does not sell what they offer',
    )
  })
})

describe('once they may be', () => {
  it('are read: the active ones of regions, each with what none of its catalogs has', async () => {
    await grant('grant')
    expect(await markets()).toEqual([
      { handle: 'canada', name: 'Canada', lacks: [2, 3] },
      { handle: 'home', name: 'Home', lacks: [] },
    ])
  })

  it('are found to lack what a rule offers, and shoppers there see the next card', async () => {
    expect(await found()).toEqual([FOUND])
    expect(await shown()).toEqual(['Cord'])
    expect(await readPage(simulator, app.url, SHOP, '/rules/list/problems')).toContain('Nothing that it offers is sold in “Canada”')
    expect(await readPage(simulator, app.url, SHOP, '/placements/preview')).toContain('Your markets: canada, home.')
  })

  it('are not taken to lack a product that came since, until they are read again', async () => {
    shop.addProduct(aProduct({ id: 6, title: 'New bulb', productType: 'Bulb' }))
    await quiet()
    expect(await readPage(simulator, app.url, SHOP, '/rules/list/problems')).not.toContain('“Canada”')
    expect(await shown()).toEqual(['New bulb', 'Cord'])
    await night()
    expect(await found()).toEqual([{ ...FOUND, count: 3, of: 3 }])
    expect(await shown()).toEqual(['Cord'])
  })

  it('stay as they were read where an export cannot be, and are read once it can', async () => {
    shop.marketCatalogs.get(CATALOG)!.productIds = [1, 2]
    weather.exports.next(1, { kind: 'spoilt', broken: 1 }, 'publication')
    await night()
    expect((await markets())[0]).toEqual({ handle: 'canada', name: 'Canada', lacks: [3, 6] })
    expect(await found()).toEqual([])
    expect(await shown()).toEqual(['Warm bulb', 'Cord'])
  })

  it('lack nothing where a catalog leaves it to the online store', async () => {
    shop.marketCatalogs.get(CATALOG)!.productIds = null
    await night()
    expect((await markets())[0]).toMatchObject({ lacks: [] })
    expect(await shown()).toHaveLength(4)
  })

  it('are left out of a rule by an edit like any other', async () => {
    shop.marketCatalogs.get(CATALOG)!.productIds = [1]
    await night()
    expect(await found()).toEqual([{ ...FOUND, count: 3, of: 3 }])
    const not = { kind: 'not', of: { kind: 'market', names: ['canada'] } }
    const edits = [{ id: 'bulbs', was: RULE, is: { ...RULE, when: { kind: 'all', of: [RULE.when, not] } } }]
    const { text } = await askApp(simulator, app.url, SHOP, '/app/rules.data?index', { kind: 'edit', edits })
    expect(text).toContain('"done"')
    await quiet()
    expect(await found()).toEqual([])
  })
})

describe('once the merchant takes it back', () => {
  it('are forgotten, and their shoppers see again what the rules say', async () => {
    await grant('revoke')
    expect(await markets()).toEqual([])
    expect(await shown()).toHaveLength(4)
  })
})

describe('an uninstalled app', () => {
  it('keeps nothing of markets: it has to be allowed anew to read them', async () => {
    await grant('grant')
    expect(await markets()).toHaveLength(2)
    simulator.uninstall(SHOP)
    await quiet()
    expect(await markets()).toEqual([])
  })
})
