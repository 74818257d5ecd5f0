import type { ProductId } from '#app/commerce/ids.ts'
import type { ProductSet } from './product-set.ts'

interface NamedMarket {
  /** By which rules, the preview and Liquid know it. */
  readonly handle: string
  readonly name: string
}

/** A market in which shoppers are, as it was last read. */
export interface HeldMarket extends NamedMarket {
  /** Products of the online store that none of its catalogs had. A product that came into the store since is never among them. */
  readonly lacks: readonly ProductId[]
}

/** The same in a catalogue, by index. It may meet sets of another copy of this code, with which it cannot be joined. */
export interface Market extends NamedMarket {
  readonly lacks: Pick<ProductSet, 'has'>
}
