import type { Catalog } from '#app/catalog/catalog.ts'
import { isHidden } from '#app/catalog/eligible.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { Source } from '#app/commerce/placement.ts'
import type { Product } from '#app/commerce/product.ts'
import { findLookAlikes, type LookAlikes } from '#app/models/candidates/look-alikes.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { Sales } from '#app/rules/resolve/rank-products.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { Reason } from './slot.ts'

/** What the machine would show, and why. */
export interface Candidate {
  readonly offered: number
  readonly reason: Reason
}

/** What can be asked of the machine before anybody comes: who comes is the storefront door's to know. */
export type ImpersonalSource = Exclude<Source, 'rules' | 'next-for-you' | 'buy-again'>

/** What the shop's orders say. */
interface Evidence {
  readonly companions: Companions
  readonly model: string
  readonly sales: Sales
}

/** The machine's candidates beside the product at an index, or where no product is looked at, best first. */
export type Machine = (source: ImpersonalSource, index: number | undefined) => Iterable<Candidate>

/** Products listed of each kind. */
const WIDEST = 12
const MOST_POPULAR = 50
/** Cosine of what two products say of themselves: below it they merely share a word. */
const LEAST_ALIKE = 0.15

/**
 * What the machine would show of a shop's products as the resolver has them at the time, after what orders said when it was made.
 * `model` is the version of what `companions` was made from.
 */
export function machineOf(catalog: Catalog, resolver: Resolver, { companions, model, sales }: Evidence): Machine {
  const { products, offerable } = resolver
  let alike: LookAlikes | undefined
  let sellers: ReadonlyMap<string, readonly number[]> | undefined
  const isFit = (index: number | undefined): index is number => index !== undefined && offerable.has(index) && !isHidden(products[index]!)

  function* boughtTogether(index: number): Generator<Candidate> {
    for (const { product, counts } of companions(products[index]!.id)) {
      const offered = catalog.indexOf(product)
      if (isFit(offered)) yield { offered, reason: { by: 'bought-together', model, counts } }
    }
  }
  function* lookAlikes(index: number): Generator<Candidate> {
    alike ??= findLookAlikes(products.map(textOf), WIDEST)
    for (let nth = 0; nth < alike.degree[index]!; nth += 1) {
      const at = index * WIDEST + nth
      if (alike.likeness[at]! < LEAST_ALIKE) return
      const offered = alike.neighbours[at]!
      if (isFit(offered)) yield { offered, reason: { by: 'look-alikes' } }
    }
  }
  /** Beside a product, what sells best of its type: what merely sells best has nothing to do with it. */
  function* popular(index: number | undefined): Generator<Candidate> {
    sellers ??= bestSellers(products, sales)
    const type = index === undefined ? EVERY_TYPE : typeOf(products[index]!)
    let left = MOST_POPULAR
    for (const offered of sellers.get(type) ?? []) {
      if (!isFit(offered)) continue
      yield { offered, reason: { by: 'popular', units: sales.get(products[offered]!.id) ?? 0 } }
      if ((left -= 1) === 0) return
    }
  }
  return (source, index) => {
    switch (source) {
      case 'bought-together':
        return index === undefined ? [] : boughtTogether(index)
      case 'look-alikes':
        return index === undefined ? [] : lookAlikes(index)
      case 'popular':
        return popular(index)
      default:
        return source satisfies never
    }
  }
}

const textOf = ({ title, type, tags }: Product) => `${title} ${type} ${tags.join(' ')}`
const typeOf = ({ type }: Product) => foldAsLiquid(type)
/** No type's name: a type that is folded begins with no blank. */
const EVERY_TYPE = ' '

/** Of each type and of all together, what sold lately, best first. A product without a type is beside nothing of its own. */
function bestSellers(products: readonly Product[], sales: Sales): Map<string, number[]> {
  const sold = (index: number) => sales.get(products[index]!.id) ?? 0
  const best = new Map<string, number[]>()
  const ranked = [...products.keys()].filter((index) => sold(index) > 0).sort((a, b) => sold(b) - sold(a) || a - b)
  for (const index of ranked)
    for (const type of [EVERY_TYPE, typeOf(products[index]!)]) {
      if (type === '') continue
      const list = best.get(type) ?? []
      list.push(index)
      best.set(type, list)
    }
  return best
}
