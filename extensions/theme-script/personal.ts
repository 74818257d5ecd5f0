import { askConsent, forget, keep, mayRemember, recall } from './memory.ts'
import { allOf, cardsOf, fill, idOf, isOpen } from './cards.ts'
import { inOrder, seeing, type Seen } from './order.ts'
import { publish } from './publish.ts'
import { showOwn } from './own.ts'

const MOST_PASSED = 60

/**
 * Keeps, where the shopper allows it, which product this page is about and which offers were passed over; and puts the cards of an
 * open slot in the order that tells, and those that are the shopper's own before them, as long as nobody has seen them.
 */
export function makePersonal(element: HTMLElement, signal: AbortSignal): void {
  const { product, near = '' } = element.dataset
  const order = () => {
    if (isOpen(element) && mayRemember()) fill(element, inOrder(allOf(element), idOf, seenBefore(), recall('passed')))
  }
  const learn = () => {
    if (!mayRemember()) forget()
    else if (product) keep('seen', seeing(seenBefore(), product, near.split(',').filter(Boolean)))
  }
  if (!performance.getEntriesByType('paint')[0]) order()
  let isTold = false
  const watcher = new IntersectionObserver(
    ([entry]) => {
      if (entry!.isIntersecting) element.dataset['lock'] = 'seen'
      void askConsent().then(() => {
        if (signal.aborted) return
        order()
        learn()
        const isSeen = entry!.intersectionRatio >= 0.5 || entry!.intersectionRect.height > innerHeight / 2
        if (isSeen && !isTold) publish('seen', cardsOf(element))
        isTold ||= isSeen
        if (!mayRemember()) return
        showOwn().catch(() => {})
        if (isSeen) pass(cardsOf(element).map(idOf), true)
      })
    },
    { threshold: [0, 0.5] },
  )
  watcher.observe(element)
  signal.addEventListener('abort', () => watcher.disconnect())
  document.addEventListener('visitorConsentCollected', learn, { signal })
  element.addEventListener('click', ({ target }) => takeUp(target), { signal })
}

/** Whatever else somebody has put there is nothing. */
const seenBefore = (): Seen => recall<Seen[number]>('seen').filter((one) => Array.isArray(one?.[1]))

/** What is clicked on was not passed over. */
function takeUp(target: EventTarget | null): void {
  const card = (target as Element).closest('[data-offer]')
  if (card && (target as Element).closest('a')) publish('clicked', [card])
  if (card && mayRemember()) pass([idOf(card)], false)
}

function pass(offers: readonly string[], isPassed: boolean): void {
  const others = recall<string>('passed').filter((offer) => !offers.includes(offer))
  keep('passed', (isPassed ? [...offers, ...others] : others).slice(0, MOST_PASSED))
}
