import { VISIT_ATTRIBUTE, readVisit } from '../../app/commerce/visit.ts'
import type { MeasureNote } from '../../app/slots/arm/arm.ts'
import { cardsOf } from './cards.ts'
import { askConsent } from './memory.ts'
import { page } from './page.ts'
import { offersOf } from './publish.ts'

const KEY = 'tandem:visit'
/** The first script of a page that says how it is measured; see `arm-before-paint.ts`. */
const { tandemNote, cartUrl, carried, items } = document.querySelector<HTMLElement>('[data-tandem-note]')!.dataset
const { epoch, compared } = JSON.parse(tandemNote!) as MeasureNote
const arm = document.documentElement.dataset['tandemArm']
const isMeasured = arm === 'shown' || arm === 'held-out'
const told = new Set<string>()
let hasCarried = carried

/** Whether the shopper, or the law where the shopper is, lets a page be measured. Where nobody can say it does not. */
const mayMeasure = (): boolean => page.Shopify?.customerPrivacy?.analyticsProcessingAllowed?.() ?? false

/**
 * Tells the shop's pixels, once for each slot, that this page had something to show in it, alike in both arms; and has the cart carry
 * the browser's id, by which its order is laid to the arm. Without consent there is no id, and what there was of it goes.
 */
function measure(): void {
  if (arm === 'own') return
  if (!mayMeasure()) {
    localStorage.removeItem(KEY)
    if (hasCarried) carry('')
    return
  }
  const visit = readVisit(localStorage.getItem(KEY)) ?? crypto.randomUUID().replaceAll('-', '')
  localStorage.setItem(KEY, visit)
  if (!isMeasured) return
  // A line about the product counts for those alone whom something would fit, whatever they read.
  const lines = [...document.querySelectorAll<HTMLElement>('[data-said][data-arm]')].map(({ dataset }) => [
    { product: dataset['product']!, soldBy: 'product-page/copy/line' },
  ])
  // Where two rules are compared both are told of, whichever is seen; what is left of another comparison is of none.
  const slots = [...document.querySelectorAll<HTMLElement>('[data-board=cross-sell]')].flatMap((slot) => {
    const offers = offersOf(cardsOf(slot))
    const { compared: of, rule } = slot.dataset
    if (of === `${compared}/${rule}`) return [{ offers, compared: of }]
    return rule === 'b' ? [] : [{ offers }]
  })
  for (const one of [...slots, ...lines.map((offers) => ({ offers }))]) {
    const key = JSON.stringify(one)
    if (one.offers.length === 0 || told.has(key)) continue
    told.add(key)
    page.Shopify?.analytics?.publish?.('tandem:reached', { visit, epoch, ...one })
  }
  // A cart that was paid for is followed by one that carries nothing.
  if (hasCarried !== visit && (Number(items) > 0 || sessionStorage.getItem(KEY) !== visit)) {
    sessionStorage.setItem(KEY, visit)
    carry(visit)
  }
}

function carry(visit: string): void {
  hasCarried = visit
  const body = JSON.stringify({ attributes: { [VISIT_ATTRIBUTE]: visit } })
  fetch(cartUrl!, { method: 'POST', headers: { 'content-type': 'application/json' }, body, keepalive: true }).catch(() => {})
}

/** A browser that keeps nothing is not measured. */
const tryToMeasure = (): void => {
  try {
    measure()
  } catch {}
}

void askConsent().then(tryToMeasure)
document.addEventListener('visitorConsentCollected', tryToMeasure)
// Slots that come later, such as those of a cart that is drawn anew: looked for once the page has nothing better to do.
let isDue = false
new MutationObserver(() => {
  if (isDue) return
  isDue = true
  setTimeout(() => {
    isDue = false
    void askConsent().then(tryToMeasure)
  }, 500)
}).observe(document.body, { childList: true, subtree: true })
