import { useState } from 'preact/hooks'
import type { ShownCard } from '../choose/draw.ts'
import { swapOf } from '../choose/swap-of.ts'
import type { PageLine } from '../read/visit-of.ts'
import { publish, toldOf } from '../seen/publish.ts'
import type { Added } from './added.ts'
import { soldBy } from './sold-by.ts'
import type { CheckoutApi } from './use-adding.ts'

/** What took a line's place, and what stood there; the same by a plan, or another product. */
export interface Swapped {
  readonly isSubscription: boolean
  readonly now: { readonly merchandise: string; readonly quantity: number; readonly sold: string }
  readonly before: PageLine
}

/** Puts what is shown in the place of a line, in one change of Shopify's own: all of it is done, or nothing. The last one can be undone. */
export function useSwapping(api: CheckoutApi) {
  const [swapped, setSwapped] = useState<Swapped>()
  const change = (part: Parameters<CheckoutApi['applyCartLinesChange']>[0]) =>
    api.applyCartLinesChange(part).catch(() => ({ type: 'error' as const }))

  async function swap({ offer, note, beside }: ShownCard): Promise<Added> {
    const found = swapOf(beside, offer, api.lines.value)
    if (!found) return 'refused'
    const { line, choice } = found
    const attribute = soldBy('checkout', note)
    const part = { id: line.id, merchandiseId: choice.id, quantity: line.quantity, attributes: [attribute] }
    const result = await change({ type: 'updateCartLine', ...part })
    if (result.type !== 'success') return 'refused'
    publish(api, 'added', [toldOf('checkout', offer.product, note)])
    setSwapped({ isSubscription: false, now: { merchandise: choice.id, quantity: line.quantity, sold: attribute.value }, before: line })
    return 'added'
  }

  /** Has a line by a plan, with what else is written on it. */
  async function subscribe({ offer, note }: ShownCard, line: PageLine, planId: string): Promise<Added> {
    const attribute = soldBy('checkout', note)
    const attributes = [...(line.attributes ?? []).filter(({ key }) => key !== attribute.key), attribute]
    const result = await change({ type: 'updateCartLine', id: line.id, sellingPlanId: planId, attributes })
    if (result.type !== 'success' || line.merchandise.id === undefined) return 'refused'
    publish(api, 'added', [toldOf('checkout', offer.product, note)])
    const now = { merchandise: line.merchandise.id, quantity: line.quantity, sold: attribute.value }
    setSwapped({ isSubscription: true, now, before: line })
    return 'added'
  }

  /** Ids of lines are not stable: what took the place is found by what it is. */
  async function undo(): Promise<Added> {
    if (!swapped) return 'refused'
    const { now, before, isSubscription } = swapped
    const line = api.lines.value.find(
      ({ merchandise, quantity, attributes = [] }) =>
        merchandise.id === now.merchandise && quantity === now.quantity && attributes.some(({ value }) => value === now.sold),
    )
    if (!line || before.merchandise.id === undefined) return 'refused'
    const part = {
      id: line.id,
      merchandiseId: before.merchandise.id,
      quantity: before.quantity,
      attributes: [...(before.attributes ?? [])],
      ...(isSubscription && { sellingPlanId: null }),
    }
    const result = await change({ type: 'updateCartLine', ...part })
    if (result.type !== 'success') return 'refused'
    setSwapped(undefined)
    return 'added'
  }
  return { swap, subscribe, undo, swapped }
}
