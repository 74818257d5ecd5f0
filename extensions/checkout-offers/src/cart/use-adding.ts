import type { Api } from '@shopify/ui-extensions/purchase.checkout.block.render'
import { useState } from 'preact/hooks'
import type { ShownCard } from '../choose/draw.ts'
import { lineOf } from '../choose/line-of.ts'
import { piecesWithin } from '../choose/pieces.ts'
import type { PageApi, Readable } from '../read/page-api.ts'
import type { Told } from '../read/storefront.ts'
import { publish, toldOf } from '../seen/publish.ts'
import type { Added } from './added.ts'
import { soldBy } from './sold-by.ts'

/** What the checkout lets a block do to its lines. */
export interface CheckoutApi extends PageApi {
  readonly instructions: Readable<{ readonly lines: { readonly canAddCartLine: boolean } }>
  readonly applyCartLinesChange: Api['applyCartLinesChange']
}

/** Adds what is shown at the checkout, and tells what was added last. */
export function useAdding(api: CheckoutApi, ask: () => Promise<Told>) {
  const [added, setAdded] = useState<string>()

  /** Shopify does not say why it refuses, in no words for shoppers: what has sold out meanwhile is told by asking again. */
  async function add({ offer, note, beside }: ShownCard, choiceId: string): Promise<Added> {
    const choice = offer.choices.find(({ id }) => id === choiceId)
    if (!choice) return 'sold-out'
    const parent = note.nest && lineOf(beside, api.lines.value)
    const result = await api
      .applyCartLinesChange({
        type: 'addCartLine',
        merchandiseId: choiceId,
        quantity: piecesWithin(note.need?.packs ?? 1, choice.rule),
        attributes: [soldBy('checkout', note)],
        ...(parent && { parent: { lineId: parent.id } }),
      })
      .catch(() => ({ type: 'error' as const }))
    if (result.type === 'success') {
      setAdded(offer.title)
      publish(api, 'added', [toldOf('checkout', offer.product, note)])
      return 'added'
    }
    const { offers } = await ask()
    const isSold = offers.get(offer.product)?.choices.some(({ id }) => id === choiceId)
    return isSold ? 'refused' : 'sold-out'
  }
  return { add, added }
}
