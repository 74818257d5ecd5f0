import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { Placement } from '../../../../app/commerce/placement.ts'
import type { Note } from '../../../../app/slots/note.ts'
import { said } from '../cart/sold-by.ts'
import type { BlockApi } from '../read/page-api.ts'

/** An offer as pixels hear of it, the same as of the theme's block. */
export interface ToldOffer {
  readonly product: ProductId
  readonly soldBy: string
}

type Publisher = Pick<BlockApi, 'analytics' | 'customerPrivacy'>

export const toldOf = (placement: Placement, product: ProductId, note: Note): ToldOffer => ({ product, soldBy: said(placement, note) })

/**
 * Tells the shop's pixels what happened to offers. Nothing where the shopper does not agree to that, or has not yet; that it could not
 * be told is nothing to a shopper.
 */
export function publish({ analytics, customerPrivacy }: Publisher, what: 'seen' | 'clicked' | 'added', offers: readonly ToldOffer[]): void {
  if (!customerPrivacy.value.allowedProcessing.analytics || offers.length === 0) return
  void analytics.publish(`tandem:${what}`, { offers }).catch(() => false)
}
