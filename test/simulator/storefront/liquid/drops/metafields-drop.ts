import { Drop } from 'liquidjs'
import type { MerchantMetafield } from '../../../shop.ts'
import type { Shelf } from './shelf.ts'

type FindMetafield = (key: string) => Pick<MerchantMetafield, 'type' | 'value'> | undefined
/** What a reference in a metafield leads to; undefined where the shopper may not see it. */
type FollowReference = (productId: number) => unknown

/** Whose metafields they are; `type` as the Admin API spells it, `id` the global one. */
export interface Owner {
  readonly type: 'PRODUCT' | 'SHOP'
  readonly id: string
  /** The merchant's own. */
  readonly metafields: readonly MerchantMetafield[]
}

/** Liquid's `product.metafields` and `shop.metafields`: an app's by `$app` or `$app:NAME`, the merchant's by their namespace. */
export class MetafieldsDrop extends Drop {
  readonly #owner: Owner
  readonly #shelf: Shelf
  readonly #follow: FollowReference

  constructor(owner: Owner, shelf: Shelf, follow: FollowReference) {
    super()
    this.#owner = owner
    this.#shelf = shelf
    this.#follow = follow
  }

  override liquidMethodMissing(namespace: string | number): NamespaceDrop {
    return new NamespaceDrop((key) => this.#find(String(namespace), key), this.#follow)
  }

  #find(written: string, key: string): ReturnType<FindMetafield> {
    const { shop, appNamespace, isStorefrontReadable } = this.#shelf
    const { type, id, metafields } = this.#owner
    const own = metafields.find((field) => field.namespace === written && field.key === key)
    if (own) return own
    const namespace = written.replace(/^\$app(:|$)/, (_, colon) => appNamespace + (colon && '--'))
    if (!isStorefrontReadable(type, namespace, key)) return undefined
    return shop.metafields.get(id, namespace, key)
  }
}

class NamespaceDrop extends Drop {
  readonly #find: FindMetafield
  readonly #follow: FollowReference

  constructor(find: FindMetafield, follow: FollowReference) {
    super()
    this.#find = find
    this.#follow = follow
  }

  override liquidMethodMissing(key: string | number): unknown {
    const field = this.#find(String(key))
    return field && { type: field.type, value: valueOf(field.type, field.value, this.#follow) }
  }
}

function valueOf(type: string, written: string, follow: FollowReference): unknown {
  if (type === 'product_reference') return follow(productIdOf(written))
  if (type === 'list.product_reference') {
    const ids = JSON.parse(written) as string[]
    return ids.map((id) => follow(productIdOf(id))).filter((product) => product !== undefined)
  }
  if (type.startsWith('number_')) return Number(written)
  if (type === 'boolean') return written === 'true'
  if (type === 'rating') return ratingOf(written)
  return type === 'json' || type.startsWith('list.') ? JSON.parse(written) : written
}

/** Stored as words, as Shopify stores it. */
function ratingOf(written: string): object {
  const { value, scale_min, scale_max } = JSON.parse(written) as Record<string, string>
  return { rating: Number(value), scale_min: Number(scale_min), scale_max: Number(scale_max) }
}

function productIdOf(globalId: string): number {
  return Number(globalId.split('/').at(-1))
}
