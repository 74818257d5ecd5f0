import { cardsOf, eachOnce } from './cards.ts'

/**
 * Offers in the theme's cart drawer, where no block of ours can stand. Its templates hold what Liquid drew for the cart as it was, and
 * beside the product of the page; they are put in again whenever the theme has drawn its drawer anew.
 */
export class TandemDrawer extends HTMLElement {
  #observer: MutationObserver | undefined

  connectedCallback() {
    const { drawer = '', place = '' } = this.dataset
    const theme = find(document, drawer)
    if (!theme) return
    this.#observer = new MutationObserver(() => void this.#insert(theme, place, true).catch(() => {}))
    this.#observer.observe(theme, { childList: true, subtree: true })
    this.#insert(theme, place, false).catch(() => {})
  }

  disconnectedCallback() {
    this.#observer?.disconnect()
  }

  /** The page knows what was in the cart when it was drawn; later the cart is asked. */
  async #insert(theme: Element, selector: string, hasChanged: boolean) {
    const place = () => (find(theme, 'tandem-offers') ? null : selector.split(',').flatMap((one) => find(theme, one) ?? [])[0])
    if (!place()) return
    const inCart = hasChanged ? await this.#productsInCart() : []
    const offers = this.#offers(inCart)
    if (offers) place()?.append(offers)
  }

  async #productsInCart(): Promise<string[]> {
    const cart = (await (await fetch(this.dataset['cartUrl']!)).json()) as { items: { product_id: number }[] }
    return cart.items.map(({ product_id }) => String(product_id))
  }

  /** Each product once, none that is in the cart; undefined where none is left. */
  #offers(inCart: readonly string[]): Node | undefined {
    const [frame, ...beside] = [...this.querySelectorAll('template')]
      .filter(({ dataset: { beside } }) => beside === undefined || inCart.includes(beside))
      .map(({ content }) => content.cloneNode(true) as DocumentFragment)
    const list = frame?.querySelector('ul')
    if (!list) return undefined
    const cards = eachOnce([...beside, list].flatMap(cardsOf), new Set(inCart))
    list.replaceChildren(...cards.slice(0, +this.dataset['most']!))
    return cards[0] && frame
  }
}

/** A merchant may have written what is no selector. */
function find(root: ParentNode, selector: string): Element | null {
  try {
    return root.querySelector(selector)
  } catch {
    return null
  }
}
