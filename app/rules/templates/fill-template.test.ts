import { describe, expect, it } from 'vitest'
import type { Catalog } from '#app/catalog/catalog.ts'
import type { RuleId } from '#app/commerce/ids.ts'
import { noCompanions } from '#app/models/pairs/companions.ts'
import { NO_BOUNDS } from '#app/rules/bounds.ts'
import { readRule } from '#app/rules/read-rule.ts'
import { resolveRules } from '#app/rules/resolve/resolve.ts'
import { aProduct, type ProductPart } from '../../../test/a/product.ts'
import { aCatalog } from '../../../test/a/shop.ts'
import { fillTemplate } from './fill-template.ts'
import { TEMPLATES } from './templates.ts'

const fill = (key: string, catalog: Catalog) =>
  fillTemplate(
    TEMPLATES.find((one) => one.key === key)!,
    catalog,
  )
/** Products of one type after another; ids count from 1. */
const shopOf = (...products: (ProductPart & { readonly type: string })[]) => aCatalog(...products.map((part, at) => aProduct(at + 1, part)))

/** What each filling of a template would offer beside each product, by title. */
function offersIn(key: string, catalog: Catalog) {
  const filled = fill(key, catalog)
  if (filled.kind !== 'filled') return filled.kind
  return filled.fillings.map(({ rule: body }) => {
    const rule = { ...body, id: 'r' as RuleId, name: 'A rule' }
    expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual({ kind: 'rule', rule })
    expect(rule.state).toBe('draft')
    const resolver = resolveRules([], catalog, { sales: new Map(), companions: noCompanions }, NO_BOUNDS)
    const title = (index: number) => catalog.products[index]!.title
    return Object.fromEntries(
      resolver
        .reachOf(rule)
        .map((index) => [
          title(index),
          resolver.offersOf(rule, index).map((one) => (one.need ? `${one.need.packs} × ${title(one.index)}` : title(one.index))),
        ]),
    )
  })
}

const cell = (size: string, more: Record<string, number> = {}) => ({ metafields: { 'specs.cell': size, ...more } })

describe('fillTemplate', () => {
  it('ties batteries to what takes them, as many as it takes, and not to chargers or other batteries', () => {
    const shop = shopOf(
      { type: 'Toy', title: 'Robot', ...cell('AA', { 'specs.cell_count': 3 }) },
      { type: 'Clock', title: 'Clock', ...cell('AAA', { 'specs.cell_count': 1 }) },
      { type: 'Batteries', title: 'AA 4', ...cell('AA', { 'specs.pack': 4 }) },
      { type: 'Batteries', title: 'AAA 2', ...cell('AAA', { 'specs.pack': 2 }) },
      { type: 'Battery charger', title: 'Charger' },
      { type: 'Plush', title: 'Bear' },
    )
    expect(offersIn('batteries', shop)).toEqual([{ Robot: ['1 × AA 4'], Clock: ['1 × AAA 2'] }])
  })

  it('reads German, and words inside words', () => {
    const shop = shopOf(
      { type: 'Handy', title: 'Nova', metafields: { 'daten.modell': 'Nova' } },
      { type: 'Handy', title: 'Vega', metafields: { 'daten.modell': 'Vega' } },
      { type: 'Handyhülle', title: 'Hülle Nova', metafields: { 'daten.passt_modell': ['Nova'] } },
      { type: 'Handy-Ladegerät', title: 'Lader' },
    )
    expect(offersIn('cases', shop)).toEqual([{ Nova: ['Hülle Nova'] }])
    expect(offersIn('chargers', shop)).toEqual([{ Nova: ['Lader'], Vega: ['Lader'] }])
  })

  it('goes by tags where no type or category says it', () => {
    const shop = shopOf(
      { type: '', title: 'Boots', category: 'Apparel > Shoes' },
      { type: 'Shoes', title: 'Sneakers' },
      { type: '', title: 'Wax', tags: ['Schuhpflege', 'care'] },
    )
    expect(offersIn('care', shop)).toEqual([{ Sneakers: ['Wax'] }])
    expect(fill('care', shop)).toMatchObject({ fillings: [{ goods: { kind: 'tag' } }] })
  })

  it('offers no case that fits nothing it knows of, and says what it found', () => {
    const shop = shopOf({ type: 'Phone', title: 'Nova' }, { type: 'Phone case', title: 'Case' })
    expect(fill('cases', shop)).toEqual({ kind: 'nothing-fits', goods: [{ kind: 'type', name: 'Phone case', indexes: [1] }] })
  })

  it('ties nothing by what says nothing of fitting', () => {
    const felt = { metafields: { 'specs.material': 'felt', 'specs.size': 'M', 'specs.colour': 'red' } }
    const shop = shopOf({ type: 'Hat', ...felt }, { type: 'Sleeve', ...felt })
    expect(offersIn('cases', shop)).toBe('nothing-fits')
  })

  it('keeps a charger for one thing away from others', () => {
    const shop = shopOf(
      { type: 'Phone', title: 'Nova' },
      { type: 'Headphones', title: 'Silent' },
      { type: 'Phone case', title: 'Case' },
      { type: 'Phone charger', title: 'Fast' },
      { type: 'Scooter charger', title: 'Slow' },
    )
    expect(offersIn('chargers', shop)).toEqual([{ Nova: ['Fast'] }])
  })

  it.each(TEMPLATES.map(({ key }) => key))('%s finds nothing in a shop of tea, nor in an empty one', (key) => {
    const tea = shopOf({ type: 'Tea' }, { type: 'Teapot', tags: ['handmade'] }, { type: 'Honey', category: 'Food > Honey' })
    expect(offersIn(key, tea)).toBe('nothing-offered')
    expect(offersIn(key, aCatalog())).toBe('nothing-offered')
  })

  it('offers nothing that shoppers could not buy', () => {
    const shop = shopOf({ type: 'Phone' }, { type: 'Phone charger', available: false })
    expect(offersIn('chargers', shop)).toBe('nothing-offered')
  })
})
