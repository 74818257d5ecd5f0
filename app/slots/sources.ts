import type { Catalog } from '#app/catalog/catalog.ts'
import type { Companions } from '#app/models/pairs/companions.ts'
import type { Resolver } from '#app/rules/resolve/resolve.ts'
import type { Machine } from './candidates.ts'

/** All that slots are filled from. */
export interface Sources {
  readonly catalog: Catalog
  readonly resolver: Resolver
  /** A model's neighbours. */
  readonly companions: Companions
  readonly machine: Machine
}
