// @ts-check

/** The number of pieces in the cart; follows every `cart:update` that bubbles up to the document. */
class CartCount extends HTMLElement {
  #life = new AbortController()

  connectedCallback() {
    this.#life = new AbortController()
    const { signal } = this.#life
    document.addEventListener('cart:update', (event) => this.#follow(event), { signal })
  }

  disconnectedCallback() {
    this.#life.abort()
  }

  /** @param {Event} event */
  #follow(event) {
    const count = event instanceof CustomEvent ? event.detail?.data?.itemCount : undefined
    if (typeof count === 'number') this.textContent = String(count)
  }
}

/** Shows the price of the variant that is chosen. */
class ProductChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => {
      const price = this.querySelector('[data-price]:not(option)')
      const chosen = event.target instanceof HTMLSelectElement ? event.target.selectedOptions[0] : undefined
      if (price && chosen) price.textContent = chosen.dataset.price ?? ''
    })
  }
}

customElements.define('cart-count', CartCount)
customElements.define('product-choice', ProductChoice)
