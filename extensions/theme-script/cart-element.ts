import { page } from './page.ts'

/** What is said of the whole cart above a slot. Once the shopper has changed the cart, the slot is fetched anew as Liquid draws it then. */
export class TandemCart extends HTMLElement {
  #life = new AbortController()
  #latest = new AbortController()

  connectedCallback() {
    const { signal } = (this.#life = new AbortController())
    const renew = () => {
      this.#latest.abort()
      this.#latest = new AbortController()
      // A slot that cannot be fetched stays as it was drawn.
      redraw(this, AbortSignal.any([signal, this.#latest.signal])).catch(() => {})
    }
    document.addEventListener('cart:update', renew, { signal })
    document.addEventListener(
      'shopify:cart:lines-update',
      (event) => void Promise.resolve((event as Event & { promise?: unknown }).promise).then(renew, () => {}),
      { signal },
    )
    const unsubscribe = page.subscribe?.('cart-update', renew)
    signal.addEventListener('abort', () => unsubscribe?.())
  }

  disconnectedCallback() {
    this.#life.abort()
  }
}

async function redraw(cart: HTMLElement, signal: AbortSignal): Promise<void> {
  const slot = cart.closest<HTMLElement>('tandem-offers')
  const section = cart.closest('[id^=shopify-section-]')?.id.slice(16)
  if (!slot || !section) return
  const response = await fetch(`${location.pathname}?section_id=${encodeURIComponent(section)}`, { signal })
  if (!response.ok) return
  const drawn = new DOMParser().parseFromString(await response.text(), 'text/html')
  const fresh = drawn.querySelector(`tandem-offers[data-block="${CSS.escape(slot.dataset['block'] ?? '')}"]`)
  // What can be undone stays where the shopper has it.
  const kept = slot.querySelector('tandem-swap[data-swapped]')?.closest('li')
  if (!fresh && !kept) return slot.remove()
  const hadFocus = slot.contains(document.activeElement)
  cart.replaceChildren(...(fresh?.querySelector('tandem-cart')?.childNodes ?? []))
  slot.querySelector('ul')?.replaceChildren(...(kept ? [kept] : []), ...(fresh?.querySelector('ul')?.childNodes ?? []))
  const heading = slot.querySelector('h2')
  if (!hadFocus || slot.contains(document.activeElement) || !heading) return
  const button = kept?.querySelector('button')
  heading.tabIndex = -1
  ;(button ?? heading).focus()
}
