import { cardsOf, elsewhere, fill, isOpen } from './cards.ts'

/** Milliseconds after which nobody has anything of an answer. */
const PATIENCE = 300

let isAsked = false

/**
 * Asks, once a page, for the cards of a shopper whom Liquid knows to be signed in: for the first open slot below what is seen, where
 * Liquid has written down how. They take the place of those that stand, if nobody has seen these meanwhile. Whatever else comes back
 * changes nothing.
 */
export async function showOwn(): Promise<void> {
  const slots = document.querySelectorAll<HTMLElement>('[data-lock=open][data-ask]')
  const slot = [...slots].find((one) => one.getBoundingClientRect().top > innerHeight)
  if (isAsked || !slot) return
  isAsked = true
  // The merchant may have moved the path at which the storefront asks us, and said so in the theme's settings.
  const moved = document.querySelector<HTMLElement>('[data-moved]')
  const path = moved?.dataset['moved'] ?? slot.dataset['at']
  const others = [...elsewhere(slot)].slice(0, 100)
  const response = await fetch(`${path}/offers?${slot.dataset['ask']}&seen=${others}`, {
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  const own = document.createElement('template')
  own.innerHTML = await response.text()
  const cards = cardsOf(own.content)
  if (response.ok && cards[0] && isOpen(slot)) fill(slot, cards)
}
