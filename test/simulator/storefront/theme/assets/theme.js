// @ts-check

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

customElements.define('product-choice', ProductChoice)
