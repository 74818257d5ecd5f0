import type { Knowledge } from '#app/models/knowledge.ts'
import { isBeyondChance } from '#app/models/pairs/beyond-chance.ts'
import type { CoBuyers } from '#app/models/pairs/co-buyers.ts'
import { takesPlace } from '#app/models/pairs/substitutes.ts'
import { order, type Ranker } from '#app/models/ranker/ranker.ts'
import { collectCandidates } from './collect-candidates.ts'
import type { Workspace } from './workspace.ts'

/** All that a product page's list is made of. */
export interface PageSources {
  readonly known: Knowledge
  readonly space: Workspace
  readonly ranker: Ranker
  /** Of the baskets that `known` was learnt from. */
  readonly coBuyers: CoBuyers
  /** By product, a number for its type. */
  readonly types: Int32Array
}

/** Products listed beside one. */
export const LISTED = 20
/** Where too little has happened to learn an order, the walk over baskets orders what is beyond chance all the same. */
const UNTAUGHT: Ranker = { kind: 'single', by: 'dampedWalk' }

/**
 * Ranks what may stand beside a product for somebody unknown; afterwards `space.ranked` holds products and scores, best
 * first, and `coBuyers` what speaks for each. Nothing is listed that chance could have brought about, and nothing that
 * shoppers take in the product's place. Shoppers see what this says, and the replay of a shop's last weeks judges it.
 */
export function rankPage({ known, space, ranker, coBuyers, types }: PageSources, product: number): void {
  collectCandidates(known, space, { given: [product], unsold: false, customer: -1, at: known.histories.log.now })
  order(ranker.kind === 'nothing' ? UNTAUGHT : ranker, space)
  coBuyers.countBeside(product)
  const { ranked } = space
  const { together, buyers, guests } = coBuyers
  const orders = known.pairs.orders
  let kept = 0
  for (let place = 0; place < ranked.size && kept < LISTED; place++) {
    const other = ranked.items[place]!
    const counts = { together: together[other]!, first: together[product]!, second: known.popularity.ever[other]!, orders }
    if (!isBeyondChance(counts, buyers[other]!, together.length)) continue
    const isAlike = types[product] === types[other]
    const customers = buyers[other]! - guests[other]!
    if (isAlike && takesPlace({ both: coBuyers.customersOfBoth(other), together: customers, guests: guests[other]! })) continue
    ranked.items[kept] = other
    ranked.values[kept++] = ranked.values[place]!
  }
  ranked.size = kept
}
