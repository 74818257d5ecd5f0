import type { Catalog } from '#app/catalog/catalog.ts'
import type { Product } from '#app/commerce/product.ts'
import type { Occasions } from '#app/models/mining/occasions.ts'
import { joinKindOf, type Join } from '../joins/joins.ts'
import { valuesByName } from '../values-by-name.ts'
import type { Between } from './between.ts'
import { explains } from './explains.ts'

/** Ties that need nothing filled in, those that say most first. */
const PLAIN: readonly Join[] = [{ kind: 'same-collection' }, { kind: 'same-tag', prefix: '' }, { kind: 'same-vendor' }]
/** Two metafields that could be compared; more are not looked at. */
const MOST_METAFIELDS = 200

/** The tie that most sharply tells a habit from chance; undefined where none does. */
export function tieOf(one: Between, occasions: Occasions, units: readonly number[], { products }: Catalog): Join | undefined {
  const [triggers, offered] = [one.triggers, one.offered].map((indexes) => [...indexes].map((index) => products[index]!)) as [
    Product[],
    Product[],
  ]
  let [best, sharpest]: [Join | undefined, number] = [undefined, 0]
  for (const join of [...metafieldTies(triggers, offered), ...PLAIN]) {
    const kind = joinKindOf(join)
    if (kind.by !== 'keys') continue
    const wanted = new Map([...one.triggers].map((index) => [index, new Set(kind.ofTrigger(products[index]!, join))]))
    const borne = new Map([...one.offered].map((index) => [index, kind.ofOffered(products[index]!, join)]))
    const isTied = (trigger: number, product: number) => borne.get(product)!.some((key) => wanted.get(trigger)!.has(key))
    const sharpness = explains(isTied, one, occasions, units) ?? 0
    if (sharpness > sharpest) [best, sharpest] = [join, sharpness]
  }
  return best
}

/** Every metafield of the ones beside every metafield of the others, where the two have a value in common; equal names first. */
function metafieldTies(triggers: readonly Product[], offered: readonly Product[]): Join[] {
  const [asked, told] = [inOrder(valuesByName(triggers)), inOrder(valuesByName(offered))]
  const ties = [...asked].flatMap(([trigger, wanted]) =>
    [...told]
      .filter(([, values]) => [...values].some((value) => wanted.has(value)))
      .map(([name]): Join => ({ kind: 'metafield', offered: name, trigger })),
  )
  const isSame = (join: Join) => join.kind === 'metafield' && join.offered === join.trigger
  return [...ties.filter(isSame), ...ties.filter((join) => !isSame(join))].slice(0, MOST_METAFIELDS)
}

const inOrder = <Value>(byName: ReadonlyMap<string, Value>) => [...byName].sort(([a], [b]) => (a < b ? -1 : 1))
