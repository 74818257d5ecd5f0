import { idOf } from './cards.ts'
import { page } from './page.ts'

/** Tells the shop's pixels what happened to offers. Shopify hands it to them where the shopper agrees to that, and to nobody where there is none. */
export function publish(what: 'seen' | 'clicked' | 'added', cards: readonly Element[]): void {
  page.Shopify?.analytics?.publish?.(`tandem:${what}`, { offers: offersOf(cards) })
}

/** What cards offer, and which slot and author each is of. */
export const offersOf = (cards: readonly Element[]) =>
  cards.map((card) => ({
    product: idOf(card),
    soldBy: (card as HTMLElement).dataset['soldBy'] ?? card.querySelector<HTMLInputElement>('[name*=_tandem]')?.value,
  }))
