import { askConsent, forget, keep, mayRemember, recall } from './memory.ts'
import { inOrder, seeing, type Seen } from './order.ts'

const MOST_PASSED = 60

const idOf = (card: Element): string => (card as HTMLElement).dataset['offer'] ?? ''

/**
 * Keeps, where the shopper allows it, which product this page is about and which offers were passed over; and puts the cards of an
 * open slot in the order that tells, as long as nobody has seen them.
 */
export function makePersonal(element: HTMLElement, signal: AbortSignal): void {
  const { product, near = '', lock } = element.dataset
  let isOpen = lock === 'open'
  const order = () => {
    if (isOpen && mayRemember()) reorder(element)
    isOpen = false
  }
  const learn = () => {
    if (!mayRemember()) forget()
    else if (product) keep('seen', seeing(seenBefore(), product, near.split(',').filter(Boolean)))
  }
  if (performance.getEntriesByType('paint').length === 0 && mayRemember()) order()
  const watcher = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) isOpen = false
      void askConsent().then(() => {
        if (signal.aborted || !entry) return
        order()
        learn()
        const isSeen = entry.intersectionRatio >= 0.5 || entry.intersectionRect.height > innerHeight / 2
        if (isSeen && mayRemember()) pass(cardsOf(element).map(idOf), true)
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

const cardsOf = (element: HTMLElement): Element[] => [...element.querySelectorAll('[data-offer]')]

/** What is clicked on was not passed over. */
function takeUp(target: EventTarget | null): void {
  const card = target instanceof Element && target.closest('[data-offer]')
  if (card && mayRemember()) pass([idOf(card)], false)
}

function pass(offers: readonly string[], isPassed: boolean): void {
  const others = recall<string>('passed').filter((offer) => !offers.includes(offer))
  keep('passed', (isPassed ? [...offers, ...others] : others).slice(0, MOST_PASSED))
}

/** As many cards as before, of those that are shown and those that wait; none that stands elsewhere on the page. */
function reorder(element: HTMLElement): void {
  const list = element.querySelector('ul')
  const shown = cardsOf(element)
  const waiting = [...element.querySelectorAll<HTMLTemplateElement>('template')].flatMap(({ content }) => [...content.children])
  const elsewhere = new Set([...document.querySelectorAll('[data-offer]')].filter((card) => !element.contains(card)).map(idOf))
  const cards = new Map([...shown, ...waiting].map((card) => [idOf(card), card]))
  const offers = [...cards.keys()].filter((offer) => !elsewhere.has(offer))
  const wanted = inOrder(offers, seenBefore(), recall<string>('passed')).slice(0, shown.length)
  list?.replaceChildren(...wanted.map((offer) => cards.get(offer)!))
}
