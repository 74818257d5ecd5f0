import { globalId } from '../../../admin/global-id.ts'
import { tillOf } from '../../../discounts/till.ts'
import type { Product } from '../../../shop.ts'
import { isOnSale } from '../../is-on-sale.ts'
import { ImageDrop } from './image-drop.ts'
import { MetafieldsDrop } from './metafields-drop.ts'
import type { Shelf } from './shelf.ts'
import { VariantDrop } from './variant-drop.ts'

/** The product as a shopper may see it; undefined where it is deleted, a draft or not published. */
export function productOnShelf(shelf: Shelf, id: number): ProductDrop | undefined {
  const product = shelf.shop.products.get(id)
  return product && isOnSale(product) ? new ProductDrop(product, shelf) : undefined
}

/** How many variants Liquid lists without `paginate`. */
const MOST_VARIANTS = 250

/** Liquid's `product`. Prices are cents. */
export class ProductDrop {
  readonly #product: Product
  readonly #shelf: Shelf
  readonly #variants: readonly VariantDrop[]
  /** The variant that the address asks for. */
  readonly selected_variant: VariantDrop | null

  constructor(product: Product, shelf: Shelf, selectedVariantId?: number) {
    this.#product = product
    this.#shelf = shelf
    const till = tillOf(shelf.shop)
    this.#variants = product.variants.map((variant) => new VariantDrop(product, variant, shelf.root, till))
    this.selected_variant = this.#variants.find((variant) => variant.id === selectedVariantId) ?? null
  }

  /** The first of them only; all other facts are about all. */
  get variants(): readonly VariantDrop[] {
    return this.#variants.slice(0, MOST_VARIANTS)
  }

  get id(): number {
    return this.#product.id
  }

  get title(): string {
    return this.#product.title
  }

  get handle(): string {
    return this.#product.handle
  }

  get url(): string {
    return `${this.#shelf.root}/products/${this.handle}`
  }

  get description(): string {
    return this.#product.descriptionHtml
  }

  get type(): string {
    return this.#product.productType
  }

  get vendor(): string {
    return this.#product.vendor
  }

  get tags(): readonly string[] {
    return this.#product.tags
  }

  get options_with_values(): Product['options'] {
    return this.#product.options
  }

  get has_only_default_variant(): boolean {
    return this.#variants.length === 1 && this.#variants[0]?.title === 'Default Title'
  }

  get selected_or_first_available_variant(): VariantDrop | null {
    return this.selected_variant ?? this.#variants.find((variant) => variant.available) ?? this.#variants[0] ?? null
  }

  get available(): boolean {
    return this.#variants.some((variant) => variant.available)
  }

  get price_min(): number {
    return Math.min(...this.#variants.map((variant) => variant.price))
  }

  get price_max(): number {
    return Math.max(...this.#variants.map((variant) => variant.price))
  }

  get price(): number {
    return this.price_min
  }

  get price_varies(): boolean {
    return this.price_min !== this.price_max
  }

  /** The lowest, as `price` is; null where no variant has one. */
  get compare_at_price(): number | null {
    const prices = this.#variants.flatMap((variant) => variant.compare_at_price ?? [])
    return prices.length > 0 ? Math.min(...prices) : null
  }

  get collections(): readonly { readonly id: number; readonly title: string }[] {
    const all = [...this.#shelf.shop.collections.values()]
    return all.filter(({ productIds }) => productIds.includes(this.id)).map(({ id, title }) => ({ id, title }))
  }

  get featured_image(): ImageDrop | null {
    return this.#product.picture && new ImageDrop(this.#product.picture)
  }

  get images(): readonly ImageDrop[] {
    return this.featured_image ? [this.featured_image] : []
  }

  get 'gift_card?'(): boolean {
    return this.#product.isGiftCard
  }

  get requires_selling_plan(): boolean {
    return this.#product.requiresSellingPlan
  }

  get metafields(): MetafieldsDrop {
    const { id, metafields } = this.#product
    const owner = { type: 'PRODUCT', id: globalId('Product', id), metafields } as const
    return new MetafieldsDrop(owner, this.#shelf, (product) => productOnShelf(this.#shelf, product))
  }

  toJSON(): unknown {
    const { id, title, handle, description, vendor, type, tags, price, price_min, price_max, price_varies, available, variants, url } = this
    const images = this.images.map((image) => image.src)
    const options = this.options_with_values.map((option, index) => ({ name: option.name, position: index + 1, values: option.values }))
    const featured_image = images[0] ?? null
    const compare_at_price = this.compare_at_price
    const facts = { id, title, handle, description, vendor, type, tags, price, price_min, price_max, price_varies, available, variants }
    return { ...facts, compare_at_price, images, featured_image, options, url }
  }
}
