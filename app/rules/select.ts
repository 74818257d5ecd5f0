import { ProductSet } from '#app/catalog/product-set.ts'
import type { When } from './conditions/condition.ts'
import { isMomentFact } from './conditions/kinds.ts'
import { isGroup } from './conditions/tree.ts'
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
  const both = (set: ProductSet): Selected => ({ surely: set, maybe: set })

  const select = (condition: When): Selected => {
    if (!isGroup(condition)) return isMomentFact(condition) ? { surely: nothing, maybe: everything } : both(find(condition))
    switch (condition.kind) {
      case 'all':
        return condition.of.map(select).reduce((all, part) => combine(all, part, (a, b) => a.and(b)), both(everything))
      case 'any':
        return condition.of.map(select).reduce((any, part) => combine(any, part, (a, b) => a.or(b)), both(nothing))
      case 'not': {
        const { surely, maybe } = select(condition.of)
        const notMaybe = maybe.complement()
        return { surely: notMaybe, maybe: surely === maybe ? notMaybe : surely.complement() }
      }
    }
  }
  return select
}

function combine(a: Selected, b: Selected, join: (a: ProductSet, b: ProductSet) => ProductSet): Selected {
  const surely = join(a.surely, b.surely)
  return { surely, maybe: a.surely === a.maybe && b.surely === b.maybe ? surely : join(a.maybe, b.maybe) }
}
