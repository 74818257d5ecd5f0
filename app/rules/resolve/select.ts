import { ProductSet } from '#app/catalog/product-set.ts'
import type { When } from '#app/rules/conditions/condition.ts'
import { isMomentFact } from '#app/rules/conditions/kinds.ts'
import { isGroup } from '#app/rules/conditions/tree.ts'
import type { FindFact } from './fact-index.ts'

/** The products of which a condition surely holds, whatever the moment, and those of which it may. */
export interface Selected {
  readonly surely: ProductSet
  readonly maybe: ProductSet
}

/** Finds the products of which a condition holds; without facts about the moment, both sets are the same. */
export function selectFrom(size: number, find: FindFact): (condition: When) => Selected {
  const nothing = new ProductSet(size)
  const everything = nothing.complement()

  const select = (condition: When): Selected => {
    if (!isGroup(condition)) return isMomentFact(condition) ? { surely: nothing, maybe: everything } : both(find(condition))
    switch (condition.kind) {
      case 'all':
        return combine(condition.of.map(select), everything, (a, b) => a.and(b))
      case 'any':
        return combine(condition.of.map(select), nothing, (a, b) => a.or(b))
      case 'not': {
        const { surely, maybe } = select(condition.of)
        const notMaybe = maybe.complement()
        return { surely: notMaybe, maybe: surely === maybe ? notMaybe : surely.complement() }
      }
    }
  }
  return select
}

function both(set: ProductSet): Selected {
  return { surely: set, maybe: set }
}

/** `ofNone` is what no part at all comes to. */
function combine(parts: readonly Selected[], ofNone: ProductSet, join: (a: ProductSet, b: ProductSet) => ProductSet): Selected {
  const [first = both(ofNone), ...more] = parts
  return more.reduce((a, b) => {
    const surely = join(a.surely, b.surely)
    return { surely, maybe: a.surely === a.maybe && b.surely === b.maybe ? surely : join(a.maybe, b.maybe) }
  }, first)
}
