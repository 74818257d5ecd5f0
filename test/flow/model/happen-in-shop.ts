import { aProduct } from '../../a/world.ts'
import type { Order, Product } from '../../simulator/shop.ts'
import type { ShopState } from '../../simulator/state/shop-state.ts'
import type { Remembered } from './remembered.ts'
import { TYPES, type ProductChange, type Step } from './steps.ts'
import { isOfCrowd, markOf } from './worlds.ts'

/** What shoppers and merchants do in the shop itself. */
export type Happening = Extract<
  Step,
  {
    readonly kind:
      'place' | 'edit' | 'refund' | 'cancel' | 'ask-for-data' | 'add-product' | 'change-product' | 'delete-product' | 'change-collection'
  }
>

/** One of the items, the same for the same number; undefined where there is none. */
export const pick = <Item>(items: Iterable<Item>, which: number): Item | undefined => {
  const all = [...items]
  return all[which % all.length]
}

/** One of the orders, seldom of the crowd: what happens twice to the same is worth more. */
export function pickOrder(state: ShopState, which: number): Order | undefined {
  const orders = [...state.orders.values()]
  const few = orders.filter(({ id }) => !isOfCrowd(id))
  return pick(which % 5 === 0 || few.length === 0 ? orders : few, which)
}

/** Makes it happen. What cannot (an order of a sold-out thing) does not. */
export function happenInShop(state: ShopState, shop: Remembered, step: Happening): void {
  switch (step.kind) {
    case 'place': {
      const sold = [...state.variants.values()].filter(({ variant }) => (variant.stock ?? 99) >= step.quantity)
      const line = pick(sold, step.which)
      const living = [...state.customers.keys()].filter((id) => !shop.redactedCustomers.has(id))
      const customerId = step.customer % 3 === 0 ? null : (pick(living, step.customer) ?? null)
      if (line)
        state.placeOrder({ customerId, lines: [{ variantId: line.variant.id, quantity: step.quantity, properties: {} }], attributes: {} })
      return
    }
    case 'edit':
    case 'refund':
    case 'cancel': {
      const order = pickOrder(state, step.which)
      const line = order?.lines.find(({ currentQuantity }) => currentQuantity > 0)
      if (!order) return
      if (order.cancelledAt || !line) return
      if (step.kind === 'cancel') state.cancelOrder(order.id)
      else if (step.kind === 'refund') state.refund(order.id, { lines: { [line.id]: 1 } })
      else state.changeOrder(order.id, { quantities: { [line.id]: line.currentQuantity - 1 } })
      return
    }
    case 'ask-for-data': {
      const customer = pick(state.customers.keys(), step.which)
      if (customer !== undefined && !shop.redactedCustomers.has(customer)) state.requestCustomerData(customer)
      return
    }
    case 'add-product': {
      const id = (shop.nextProduct += 1)
      state.addProduct(aProduct({ id, productType: TYPES[id % TYPES.length]!, title: `${markOf(shop.domain)} ${id}` }))
      return
    }
    case 'change-product': {
      const id = pick(state.products.keys(), step.which)
      if (id !== undefined) state.changeProduct(id, changing(step.to))
      return
    }
    case 'delete-product': {
      const id = pick(state.products.keys(), step.which)
      if (id !== undefined && state.products.size > 3) state.deleteProduct(id)
      return
    }
    case 'change-collection': {
      const id = pick(state.collections.keys(), step.which)
      const product = pick(state.products.keys(), step.which)
      if (id !== undefined && product !== undefined)
        state.changeCollection(id, (collection) => {
          const has = collection.productIds.includes(product)
          collection.productIds = has ? collection.productIds.filter((each) => each !== product) : [...collection.productIds, product]
        })
    }
  }
}

function changing(to: ProductChange): (product: Product) => void {
  return (product) => {
    if (to === 'sold-out') for (const variant of product.variants) variant.stock = 0
    if (to === 'in-stock') for (const variant of product.variants) variant.stock = 10
    if (to === 'draft') product.status = 'DRAFT'
    if (to === 'active') product.status = 'ACTIVE'
    if (to === 'unpublished') product.publishedAt = null
    if (to === 'published') product.publishedAt = '2025-01-01T00:00:00.000Z'
    if (to === 'dearer') for (const variant of product.variants) variant.price += 100
    if (to === 'type') product.productType = TYPES[(TYPES.indexOf(product.productType as 'Toy') + 1) % TYPES.length]!
  }
}
