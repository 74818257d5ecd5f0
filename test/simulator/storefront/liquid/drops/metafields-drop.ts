import { Drop } from 'liquidjs'
import type { MerchantMetafield, Product } from '../../../shop.ts'
import type { Shelf } from './shelf.ts'

type FindMetafield = (key: string) => Pick<MerchantMetafield, 'type' | 'value'> | undefined
/** What a reference in a metafield leads to; undefined where the shopper may not see it. */
type FollowReference = (productId: number) => unknown

/** Liquid's `product.metafields`: an app's by `$app` or `$app:NAME`, the merchant's by their namespace. */
export class MetafieldsDrop extends Drop {
  readonly #product: Product
  readonly #shelf: Shelf
  readonly #follow: FollowReference

  constructor(product: Product, shelf: Shelf, follow: FollowReference) {
    super()
    this.#product = product
    this.#shelf = shelf
    this.#follow = follow
  }

  override liquidMethodMissing(namespace: string | number): NamespaceDrop {
    return new NamespaceDrop((key) => this.#find(String(namespace), key), this.#follow)
  }

  #find(written: string, key: string): ReturnType<FindMetafield> {
    const { shop, appNamespace, isStorefrontReadable } = this.#shelf
    const own = this.#product.metafields.find((field) => field.namespace === written && field.key === key)
    if (own) return own
    const namespace = written.replace(/^\$app(:|$)/, (_, colon) => appNamespace + (colon && '--'))
    if (!isStorefrontReadable('PRODUCT', namespace, key)) return undefined
    return shop.metafields.get(`gid://shopify/Product/${this.#product.id}`, namespace, key)
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
  return type === 'json' || type.startsWith('list.') ? JSON.parse(written) : written
}

function productIdOf(globalId: string): number {
  return Number(globalId.split('/').at(-1))
}
