import type { ProductFact, Fact } from './kinds.ts'
import type { Tree } from './tree.ts'

/** What a product must be. */
export type Condition = Tree<ProductFact>

/** When a rule applies: what the product that is looked at must be, and what the moment. */
export type When = Tree<Fact>
