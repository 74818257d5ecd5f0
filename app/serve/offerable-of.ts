import { isHidden } from '#app/catalog/eligible.ts'
import { EVERY_PLACEMENT } from '#app/commerce/placement.ts'
import { foldAsLiquid } from '#app/commerce/fold-as-liquid.ts'
import type { Product } from '#app/commerce/product.ts'
import { holds } from '#app/rules/conditions/holds.ts'
import { mixAt } from '#app/rules/mix.ts'
import type { RuleSet } from '#app/rules/rule-set.ts'
import type { Sources } from '#app/slots/sources.ts'
import { joinHandles } from './handles.ts'
import { asText, type Offerable } from './offerable.ts'

const inOrder = (indexes: readonly number[]) => indexes.toSorted((one, other) => one - other)

/** What the door must know of a shop where this set of rules holds, and of what it has now. `looksOf` is what is said to be true of a product. */
export function offerableOf(
  { placements, neverTogether }: Pick<RuleSet, 'placements' | 'neverTogether'>,
  { catalog, resolver }: Pick<Sources, 'catalog' | 'resolver'>,
  looksOf?: (product: Product) => readonly string[],
): Offerable {
  const { clock } = catalog
  const { products } = resolver
  const idsOf = (indexes: Iterable<number>) => Float64Array.from(indexes, (index) => resolver.ids[index]!).sort()
  const offerable = [...resolver.offerable]
  const [hidden, open] = [offerable.filter((index) => isHidden(products[index]!)), offerable.filter((index) => !isHidden(products[index]!))]
  const filtered = EVERY_PLACEMENT.flatMap((placement) => {
    const filters = mixAt(placements, placement).adjust.filter(({ kind }) => kind === 'filter')
    if (filters.length === 0) return []
    return [[placement, idsOf(open.filter((index) => filters.every(({ where }) => holds(where, products[index]!, clock))))] as const]
  })
  // Products stand in the order of their ids, as `byAnybody` and `byRulesAlone` do.
  const ordered = [...inOrder(open), ...inOrder(hidden)].map((index) => products[index]!)
  return {
    timezone: clock.timezone,
    mixes: Object.fromEntries(EVERY_PLACEMENT.map((placement) => [placement, mixAt(placements, placement).slots])),
    byAnybody: idsOf(open),
    byRulesAlone: idsOf(hidden),
    apart: neverTogether.map(({ one, other }) => [idsOf(resolver.select(one).surely), idsOf(resolver.select(other).surely)]),
    lacks: new Map(
      catalog.markets.map(({ handle, lacks }) => [foldAsLiquid(handle), idsOf(offerable.filter((index) => lacks.has(index)))]),
    ),
    only: new Map(filtered),
    handles: joinHandles(ordered.map(({ handle }) => handle)),
    ...(looksOf && { looks: joinHandles(ordered.map((product) => asText(looksOf(product)))) }),
  }
}
