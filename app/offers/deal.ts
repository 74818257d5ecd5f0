import type { ProductId, RuleId, VariantId } from '#app/commerce/ids.ts'
import type { Minor } from '#app/commerce/money.ts'
import { STACKS, type Discount, type Stack } from './discount.ts'

/** What one rule gives off beside one product, which is its trigger. */
export interface Deal {
  readonly rule: RuleId
  readonly stack: Stack
  readonly discount: Discount
  /** What may be had for less. The trigger itself is among them where its own pieces count. */
  readonly offered: readonly ProductId[]
  /** Pieces that one piece of the trigger takes; absent for one. */
  readonly packs?: number
  /** The first and the last day, `2026-12-24`, in the shop's own time. */
  readonly from?: string
  readonly to?: string
  /** Below which no piece is sold, in minor units of the shop's currency, where its cost is known: of all of a product, or by variant. */
  readonly floors?: Readonly<Record<ProductId, Minor | Readonly<Record<VariantId, Minor>>>>
}

/** All deals beside one product, as they travel with it to where carts are priced. */
export interface ProductDeals {
  readonly v: 1
  /** The shop's own. */
  readonly currency: string
  readonly deals: readonly Deal[]
}

/** Shopify hands a function no metafield longer than this, in bytes: it arrives as null. */
export const LONGEST_DEALS = 10_000

/**
 * The deals in a metafield's value; undefined for whatever is not of this form. It was written by us alone, so what is looked at is
 * its form, and not each part of it.
 */
export function readDeals(value: unknown): ProductDeals | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { v, currency, deals } = value as Partial<ProductDeals>
  return v === 1 && typeof currency === 'string' && Array.isArray(deals) ? (value as ProductDeals) : undefined
}

/** The class that a discount's metafield names; undefined where it names none. */
export function readStack(value: unknown): Stack | undefined {
  return STACKS.find((stack) => stack === value)
}

/** Whether a deal holds on a day, `2026-12-24`. */
export function isOn({ from, to }: Deal, today: string): boolean {
  return (from === undefined || from <= today) && (to === undefined || today <= to)
}

/** Of a variant that a deal offers, in minor units of the shop's currency; 0 where there is none. */
export function floorOf({ floors }: Deal, product: ProductId, variant: VariantId): Minor {
  const floor = floors?.[product]
  return (typeof floor === 'object' ? floor[variant] : floor) ?? (0 as Minor)
}
