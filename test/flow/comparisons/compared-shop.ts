import type { ComparisonKnown } from '#app/measure/comparisons/comparison.ts'
import type { Rule } from '#app/rules/rule.ts'
import type { MeasureNote } from '#app/slots/arm/arm.ts'
import { aRule, ofType } from '../../a/rule.ts'
import { anOrder, aProduct, aWorld } from '../../a/world.ts'
import { askFor } from '../../running/ask-for.ts'
import { askApp, postInApp, publishInApp, putInApp, readDrawn } from '../../running/merchant.ts'
import { aSyncedShop } from '../../running/synced-shop.ts'

export const [CELLS, PACK] = [2, 3] as const
const products = [
  aProduct({ id: 1, title: 'Robot', productType: 'Toy' }),
  aProduct({ id: CELLS, title: 'Four cells', productType: 'Batteries' }),
  aProduct({ id: PACK, title: 'Cheap pack', productType: 'Packs' }),
  aProduct({ id: 4, title: 'Lamp', productType: 'Lamp' }),
]

export const cells = aRule({ id: 'cells', name: 'Batteries', when: ofType('Toy'), where: ofType('Batteries'), priority: 1 })
export const packs = aRule({ id: 'packs', name: 'Packs', when: ofType('Toy'), where: ofType('Packs'), state: 'draft', priority: 2 })
export const STARTS = { kind: 'start', a: 'cells', b: 'packs', days: 28 }

interface StoredComparison {
  readonly id: string
  readonly ending: string | null
  readonly decided: string | null
  readonly known: ComparisonKnown | null
  readonly plan: { readonly days: number }
}

/** A shop that shows the rule of batteries beside its toy, and has the one of packs as a draft. */
export async function aComparedShop(name: string) {
  const world = aWorld({ products, orders: [anOrder({ of: [products[0]!, products[1]!] })] })
  const SHOP = world.facts.domain
  const running = await aSyncedShop(name, world)
  const { simulator, app, database, quiet, rowsOf, one } = running
  const path = '/results/comparisons'
  const put = (rule: Rule) => putInApp(simulator, app.url, SHOP, `/rules/${rule.id}`, rule)
  const publish = async () => {
    await publishInApp(simulator, app.url, SHOP)
    await quiet()
  }
  const comparisons = async () =>
    (await rowsOf('SELECT id, ending, decided, known, plan FROM comparison ORDER BY started_at')) as unknown as StoredComparison[]
  return {
    ...running,
    SHOP,
    put,
    publish,
    comparisons,
    latest: async () => (await comparisons()).at(-1)!,
    begin: async () => {
      await put(cells)
      await put(packs)
      await publish()
    },
    /** Sends what a merchant wishes, and waits until the shop shows it. */
    wish: async (body: object) => {
      await postInApp(simulator, app.url, SHOP, path, body)
      await quiet()
    },
    /** Why the app does not do it. */
    whyNot: async (body: object) => {
      const { text } = await askApp(simulator, app.url, SHOP, `/app${path}.data`, body)
      return /"why","([a-z-]+)"/.exec(text)?.[1]
    },
    page: () => readDrawn(simulator, app.url, SHOP, path),
    measure: async () => {
      await askFor(database, 'measure', SHOP)
      await quiet()
    },
    note: () => JSON.parse(simulator.appMetafields(SHOP).find(({ key }) => key === 'measure')!.value) as MeasureNote,
    /** What is published beside the toy. */
    published: async () => (await one('SELECT notes FROM published_slot WHERE product_id = 1')) as string,
  }
}
