import { cartJson } from '../../cart/cart-json.ts'
import type { Cart } from '../../cart/cart.ts'
import { productOnShelf } from './product-drop.ts'
import type { Shelf } from './shelf.ts'

/** Liquid's `cart`: what the cart API says of it, with each line's product and picture beside. */
export function cartDrop(shelf: Shelf, cart: Cart) {
  const written = cartJson(shelf.shop, cart, shelf.root)
  const items = written.items.map((item) => {
    const product = productOnShelf(shelf, item.product_id)
    const variant = product?.variants.find(({ id }) => id === item.variant_id) ?? null
    return {
      ...item,
      product,
      variant,
      image: product?.featured_image ?? null,
      parent_relationship: { parent: parentOf(written.items, item) },
    }
  })
  return { ...written, currency: { iso_code: written.currency }, items, empty: items.length === 0 }
}

type Item = ReturnType<typeof cartJson>['items'][number]

function parentOf(items: readonly Item[], { parent_relationship }: Item): Item | null {
  return items.find(({ key }) => key === parent_relationship?.parent_key) ?? null
}
