import { centsOf, toTill, type Till } from '../../../discounts/till.ts'
import type { Product, Variant } from '../../../shop.ts'
import { allocationOf } from '../../../selling-plan.ts'
import { inStock } from '../../../state/available.ts'
import { ImageDrop } from './image-drop.ts'

/** Liquid's `variant`. Prices are cents. */
export class VariantDrop {
  readonly #product: Product
  readonly #variant: Variant
  readonly #root: string
  readonly #till: Till

  constructor(product: Product, variant: Variant, root: string, till: Till) {
    this.#product = product
    this.#variant = variant
    this.#root = root
    this.#till = till
  }

  get id(): number {
    return this.#variant.id
  }

  get title(): string {
    return this.#variant.title
  }

  get sku(): string {
    return this.#variant.sku
  }

  get options(): readonly string[] {
    return this.#variant.options
  }

  get price(): number {
    return this.#cents(this.#variant.price)
  }

  get compare_at_price(): number | null {
    const { compareAtPrice } = this.#variant
    return compareAtPrice === null ? null : this.#cents(compareAtPrice)
  }

  #cents(minor: number): number {
    return centsOf(toTill(minor, this.#till), this.#till)
  }

  /** Null where the merchant did not say how much is in it. */
  get unit_price(): number | null {
    const { unitPrice } = this.#variant
    return unitPrice ? Math.round((this.price / unitPrice.quantity) * unitPrice.reference) : null
  }

  get unit_price_measurement() {
    const { unitPrice } = this.#variant
    if (!unitPrice) return null
    const { quantity, quantityUnit, reference, referenceUnit } = unitPrice
    return { quantity_value: quantity, quantity_unit: quantityUnit, reference_value: reference, reference_unit: referenceUnit }
  }

  get quantity_rule() {
    return this.#variant.quantityRule ?? { min: 1, max: null, increment: 1 }
  }

  get available(): boolean {
    return inStock(this.#variant)
  }

  get selling_plan_allocations() {
    return (this.#product.sellingPlans ?? []).map((plan) => allocationOf(this.price, plan))
  }

  get inventory_quantity(): number {
    return this.#variant.stock ?? 0
  }

  get inventory_management(): string | null {
    return this.#variant.stock === null ? null : 'shopify'
  }

  get inventory_policy(): string {
    return this.#variant.continueSelling ? 'continue' : 'deny'
  }

  get featured_image(): ImageDrop | null {
    return this.#product.picture && new ImageDrop(this.#product.picture)
  }

  get url(): string {
    return `${this.#root}/products/${this.#product.handle}?variant=${this.id}`
  }

  toJSON(): unknown {
    const { id, title, sku, options, price, compare_at_price, available } = this
    return { id, title, sku, options, price, compare_at_price, available }
  }
}
