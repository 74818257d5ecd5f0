import { idOf } from './cards.ts'
import { page } from './page.ts'

/** Tells the shop's pixels what happened to offers. Shopify hands it to them where the shopper agrees to that, and to nobody where there is none. */
export function publish(what: 'seen' | 'clicked' | 'added', cards: readonly Element[]): void {
  const offers = cards.map((card) => ({
    product: idOf(card),
    soldBy: (card as HTMLElement).dataset['soldBy'] ?? card.querySelector<HTMLInputElement>('[name*=_tandem]')?.value,
  }))
  page.Shopify?.analytics?.publish?.(`tandem:${what}`, { offers })
}
