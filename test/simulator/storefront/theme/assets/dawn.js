// @ts-check

/**
 * A cart that is handed the answer to an addition, with the sections that it asked for, as in Dawn's family.
 * @typedef {{ id: string, selector?: string }} Part
 * @typedef {{ key?: string, sections: Record<string, string> }} Answer
 */

/** @type {((news: unknown) => unknown)[]} */
const subscribers = []

/** What other parts of the theme, and apps, tell and hear. @param {string} name @param {unknown} news */
function publish(name, news) {
  return Promise.all(name === 'cart-update' ? subscribers.map((tell) => tell(news)) : [])
}

class SectionedCart extends HTMLElement {
  /** @type {HTMLElement | undefined} */
  activeElement

  /** @returns {Part[]} */
  getSectionsToRender() {
    return []
  }

  /** @param {HTMLElement} element where the focus goes when the cart is closed */
  setActiveElement(element) {
    this.activeElement = element
  }

  /** @param {Answer} answer */
  draw({ sections }) {
    for (const { id, selector } of this.getSectionsToRender()) {
      const place = /** @type {Element} */ (document.querySelector(id === 'cart-drawer' ? '#CartDrawer' : `#${id}`))
      const fresh = new DOMParser().parseFromString(String(sections[id]), 'text/html').querySelector(selector ?? '.shopify-section')
      // What was not drawn breaks it, as it breaks Dawn's.
      place.innerHTML = /** @type {Element} */ (fresh).innerHTML
    }
  }

  close() {
    this.classList.remove('active')
    this.activeElement?.focus()
  }

  connectedCallback() {
    this.addEventListener('click', ({ target }) => target instanceof Element && target.closest('[data-close]') && this.close())
  }
}

class CartDrawer extends SectionedCart {
  connectedCallback() {
    super.connectedCallback()
    const link = document.getElementById('cart-icon-bubble')
    link?.addEventListener('click', (event) => {
      event.preventDefault()
      this.setActiveElement(link)
      this.open()
    })
  }

  getSectionsToRender() {
    return [{ id: 'cart-drawer', selector: '#CartDrawer' }, { id: 'cart-icon-bubble' }]
  }

  /** @param {Answer} answer */
  renderContents(answer) {
    this.draw(answer)
    setTimeout(() => this.open())
  }

  open() {
    this.classList.add('active')
    const inner = this.querySelector('.drawer__inner')
    if (inner instanceof HTMLElement) inner.focus()
  }
}

class CartNotification extends SectionedCart {
  /** @type {string | undefined} */
  cartItemKey

  getSectionsToRender() {
    const product = { id: 'cart-notification-product', selector: `[id="cart-notification-product-${this.cartItemKey}"]` }
    return [product, { id: 'cart-notification-button' }, { id: 'cart-icon-bubble' }]
  }

  /** @param {Answer} answer */
  renderContents(answer) {
    this.cartItemKey = answer.key
    this.draw(answer)
    this.classList.add('active')
  }
}

/** The theme's own button. Without a drawer and a notification it leads to the cart's page. */
class ProductForm extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => {
      if (event.submitter?.hasAttribute('formaction') || !(event.target instanceof HTMLFormElement)) return
      event.preventDefault()
      void this.#add(new FormData(event.target))
    })
    subscribers.push(() => this.#count())
  }

  /** @param {FormData} form */
  async #add(form) {
    const { root } = /** @type {any} */ (window).Shopify.routes
    const cart = /** @type {CartDrawer | CartNotification | null} */ (document.querySelector('cart-notification, cart-drawer'))
    if (cart) {
      form.append('sections', String(cart.getSectionsToRender().map(({ id }) => id)))
      form.append('sections_url', location.pathname)
      cart.setActiveElement(/** @type {HTMLElement} */ (document.activeElement))
    }
    const answer = await (await fetch(`${root}cart/add.js`, { method: 'POST', body: form })).json()
    const refusal = this.querySelector('[role=alert]')
    if (refusal) refusal.textContent = answer.status ? answer.description : ''
    if (answer.status) return
    if (!cart) return location.assign(`${root}cart`)
    void publish('cart-update', { source: 'product-form', productVariantId: form.get('id'), cartData: answer })
    cart.renderContents(answer)
    cart.classList.remove('is-empty')
  }

  /** How many of the product are in the cart, which the theme learns from what is published. */
  async #count() {
    const fresh = await (await fetch(`${location.pathname}?section_id=main`)).text()
    const count = new DOMParser().parseFromString(fresh, 'text/html').querySelector('[data-in-cart]')?.textContent
    for (const place of this.querySelectorAll('[data-in-cart]')) place.textContent = count ?? ''
  }
}

Object.assign(window, { publish })
customElements.define('cart-drawer', CartDrawer)
customElements.define('cart-notification', CartNotification)
customElements.define('product-form', ProductForm)
