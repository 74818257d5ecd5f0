import { emptyCart, addLine, lineKey, replaceLine, setQuantity, type CartLine } from '../cart/cart.ts'
import { nestLine } from '../cart/nest-line.ts'
import { whyRefused } from '../cart/why-refused.ts'
import { numberOf } from '../../admin/global-id.ts'
import type { ShopState } from '../../state/shop-state.ts'
import type { Basket } from './basket.ts'

/** `applyCartLinesChange`, as a block sends it. */
export interface LineChange {
  readonly type: 'addCartLine' | 'removeCartLine' | 'updateCartLine'
  readonly id?: string
  readonly merchandiseId?: string
  readonly quantity?: number
  /** Null buys it once. */
  readonly sellingPlanId?: string | null
  readonly attributes?: readonly { readonly key: string; readonly value: string }[]
  readonly parent?: { readonly lineId?: string; readonly merchandiseId?: string }
}

export type ChangedLines =
  { readonly kind: 'changed'; readonly lines: readonly CartLine[] } | { readonly kind: 'refused'; readonly message: string }

const LINE = 'gid://shopify/CartLine/'
/** As a page tells it of a line. */
export const lineIdOf = (line: CartLine) => LINE + lineKey(line)

const refused = (message: string): ChangedLines => ({ kind: 'refused', message })

/** The lines after a change, or why Shopify takes none: a wallet's sheet is closed, something is sold out, a parent is gone. */
export function changeLines(shop: ShopState, { lines, isWallet }: Basket, change: LineChange): ChangedLines {
  if (isWallet) return refused('Cart lines cannot be changed in an accelerated checkout')
  const cart = { ...emptyCart(''), lines }
  switch (change.type) {
    case 'addCartLine':
      return added(shop, cart, change)
    case 'removeCartLine':
    case 'updateCartLine': {
      const line = lines.find((one) => lineIdOf(one) === change.id)
      if (!line) return refused('Cart line not found')
      const isExchange = change.merchandiseId !== undefined || change.sellingPlanId !== undefined || change.attributes !== undefined
      if (change.type === 'updateCartLine' && isExchange) return exchanged(shop, cart, line, change)
      const quantity = change.type === 'removeCartLine' ? line.quantity - (change.quantity ?? 0) : (change.quantity ?? line.quantity)
      const why = quantity > line.quantity && whyRefused(shop, line.variantId, quantity)
      return why ? refused(why) : { kind: 'changed', lines: setQuantity(cart, lineKey(line), quantity).lines }
    }
    default:
      return change.type satisfies never
  }
}

/** Another variant, or another plan of the same, in the place of a line, with what of the rest is told; under another variant nothing hangs on a line. */
function exchanged(shop: ShopState, cart: ReturnType<typeof emptyCart>, line: CartLine, change: LineChange): ChangedLines {
  const variantId = change.merchandiseId === undefined ? line.variantId : (numberOf('ProductVariant', change.merchandiseId) ?? 0)
  const quantity = change.quantity ?? line.quantity
  const asked = change.sellingPlanId === undefined ? line.sellingPlanId : numberOf('SellingPlan', change.sellingPlanId ?? '')
  const plan = change.sellingPlanId === null ? undefined : asked
  const pieces = cart.lines.reduce((sum, one) => sum + (one !== line && one.variantId === variantId ? one.quantity : 0), quantity)
  const why = whyRefused(shop, variantId, pieces, plan)
  if (why) return refused(why)
  const properties = change.attributes ? Object.fromEntries(change.attributes.map(({ key, value }) => [key, value])) : line.properties
  const next = {
    ...{ variantId, quantity, properties },
    ...(plan !== undefined && { sellingPlanId: plan }),
    ...(line.parent !== undefined && { parent: line.parent }),
  }
  return { kind: 'changed', lines: replaceLine(cart, line, next).lines }
}

function added(shop: ShopState, cart: ReturnType<typeof emptyCart>, change: LineChange): ChangedLines {
  const { merchandiseId = '', quantity = 1, attributes = [], parent } = change
  const variantId = numberOf('ProductVariant', merchandiseId) ?? 0
  const pieces = cart.lines.reduce((sum, line) => sum + (line.variantId === variantId ? line.quantity : 0), quantity)
  const why = whyRefused(shop, variantId, pieces)
  if (why) return refused(why)
  const properties = Object.fromEntries(attributes.map(({ key, value }) => [key, value]))
  const parentVariantId = parent?.merchandiseId === undefined ? undefined : (numberOf('ProductVariant', parent.merchandiseId) ?? 0)
  const line = nestLine(cart, {
    variantId,
    quantity,
    properties,
    ...(parent?.lineId !== undefined && { parentKey: parent.lineId.replace(LINE, '') }),
    ...(parentVariantId !== undefined && { parentVariantId }),
  })
  return typeof line === 'string' ? refused(line) : { kind: 'changed', lines: addLine(cart, line).lines }
}
