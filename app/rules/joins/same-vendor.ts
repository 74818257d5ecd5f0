import type { Product } from '#app/commerce/product.ts'
import { fold } from '#app/rules/conditions/kind.ts'
import type { JoinKind } from './join-kind.ts'

export interface SameVendor {
  readonly kind: 'same-vendor'
}

const vendorOf = ({ vendor }: Product) => [fold(vendor)].filter((name) => name !== '')

export const sameVendor: JoinKind<SameVendor> = { kind: 'same-vendor', fields: [], by: 'keys', ofTrigger: vendorOf, ofOffered: vendorOf }
