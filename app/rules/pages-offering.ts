import type { Product } from '#app/commerce/product.ts'
import type { CompiledRule } from './compile-rule.ts'
import type { Givers } from './joins/givers.ts'
import { givenTo, keysOfOffered, tieBy } from './joins/tie-to.ts'
import type { Join } from './joins/joins.ts'

export interface Around {
  readonly products: readonly Product[]
  readonly givers: Givers
  /** Whether there is any page beside which the product never stands. */
  readonly isBarred: (index: number) => boolean
  /** The products with which orders bought the one at an index. */
  readonly boughtBeside: (index: number) => Iterable<number>
}

/** Every page beside which a rule may offer the candidate at `index`, whatever the moment; some beside which it does not are among them. */
export function* pagesOffering(index: number, made: CompiledRule, around: Around): Generator<number> {
  const { rule, triggers, tied, candidates } = made
  const { joins, need, sort, most } = rule.offer
  const { products, givers, boughtBeside } = around
  const others = joins.filter((join) => join !== tied?.join)
  // Where nothing but the order decides, one that so many come before everywhere stands nowhere.
  const isFar = (list: readonly number[]) => need === null && others.length === 0 && !isAmongFirst(index, list, most + 1, around)
  const isTied = (page: number) => others.every((join) => ties(join, products[page]!, products[index]!))

  if (!tied) {
    if (!isFar(candidates)) for (const page of triggers) if (isTied(page)) yield page
  } else {
    for (const key of keysOfOffered(tied.join, products[index]!)) {
      if (isFar(tied.by.get(key) ?? [])) continue
      for (const page of givers.of(tied.join, key)) if (triggers.has(page) && isTied(page)) yield page
    }
  }
  if (sort === 'bought-together') for (const page of boughtBeside(index)) if (triggers.has(page)) yield page
}

/** Whether fewer than `depth` that are barred from no page come before it. */
function isAmongFirst(index: number, list: readonly number[], depth: number, { isBarred }: Around): boolean {
  let ahead = 0
  for (const other of list) {
    if (other === index) return true
    if (!isBarred(other) && ++ahead === depth) return false
  }
  return false
}

function ties(join: Join, trigger: Product, offered: Product): boolean {
  const given = givenTo(join, trigger)
  return given !== undefined && tieBy(join, given)(offered)
}
