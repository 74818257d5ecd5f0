import type { ShopState } from '../../../state/shop-state.ts'

/** Where drops take their facts from. */
export interface Shelf {
  readonly shop: ShopState
  /** The locale's part of the path, '' or `/de`. */
  readonly root: string
  /** What `$app` stands for, such as `app--1`. */
  readonly appNamespace: string
  /** `ownerType` as the Admin API spells it: `PRODUCT`. */
  isStorefrontReadable(ownerType: string, namespace: string, key: string): boolean
}
