// @ts-check

/**
 * A cart whose parts hear `shopify:cart:lines-update` and nothing else, as in Horizon's family. The event comes when something
 * is asked for; its promise tells what became of it.
 * @typedef {{ cart?: { totalQuantity: number }, detail?: { itemCount?: number, sections?: Record<string, string>, didError?: boolean } }} Outcome
 * @typedef {Event & { action: string, promise?: Promise<Outcome> }} LinesUpdate
 */
const LINES_UPDATE = 'shopify:cart:lines-update'
const shopify = /** @type {any} */ (window).Shopify

/** @param {any} error */
function complain(error) {
  if (error?.name !== 'AbortError') console.warn('The cart’s promise was broken:', error)
}

class CartPart extends HTMLElement {
  #life = new AbortController()

  connectedCallback() {
    this.#life = new AbortController()
    const { signal } = this.#life
    document.addEventListener(LINES_UPDATE, (event) => this.follow(/** @type {LinesUpdate} */ (event)), { signal })
  }

  disconnectedCallback() {
    this.#life.abort()
  }

  /** @param {LinesUpdate} _event */
  follow(_event) {}
}

class CartIcon extends CartPart {
  /** @param {LinesUpdate} event */
  follow({ promise }) {
    promise?.then(({ cart, detail }) => (this.textContent = String(cart?.totalQuantity ?? detail?.itemCount ?? 0))).catch(complain)
  }
}

/** A section that draws the cart's lines: what the event brought of it, or else what the shop says. */
class CartItemsComponent extends CartPart {
  /** @param {LinesUpdate} event */
  follow({ promise }) {
    promise?.then(({ detail }) => this.#draw(detail?.sections?.[this.id])).catch(complain)
  }

  get id() {
    return this.dataset['sectionId'] ?? ''
  }

  /** @param {string | undefined} brought */
  async #draw(brought) {
    const html = brought ?? (await (await fetch(`${location.pathname}?section_id=${this.id}`)).text())
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('cart-items-component')
    if (fresh) this.innerHTML = fresh.innerHTML
  }
}

class ThemeDrawer extends HTMLElement {
  connectedCallback() {
    document.querySelector('.header__cart')?.addEventListener('click', (event) => {
      event.preventDefault()
      this.open()
    })
    this.addEventListener('click', ({ target }) => target instanceof Element && target.closest('[data-close]') && this.#dialog?.close())
  }

  get #dialog() {
    return this.querySelector('dialog')
  }

  get isOpen() {
    return this.#dialog?.open ?? false
  }

  open() {
    if (!this.isOpen) this.#dialog?.showModal()
  }
}

/** Opens the drawer at once where it has something to show, otherwise when the addition has succeeded. */
class CartDrawerComponent extends CartPart {
  /** @param {LinesUpdate} event */
  follow({ action, promise }) {
    const drawer = this.closest('theme-drawer')
    if (!(drawer instanceof ThemeDrawer) || !this.hasAttribute('auto-open') || action !== 'add' || drawer.isOpen) return
    if (!this.querySelector('.cart-drawer--empty')) drawer.open()
    promise?.then(({ detail }) => !detail?.didError && drawer.open()).catch(complain)
  }
}

/** The theme's own button. */
class ProductFormComponent extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', (event) => {
      if (event.submitter?.hasAttribute('formaction') || !(event.target instanceof HTMLFormElement)) return
      event.preventDefault()
      this.#add(new FormData(event.target)).catch(complain)
    })
  }

  /** @param {FormData} form */
  async #add(form) {
    /** @type {PromiseWithResolvers<Outcome>} */
    const { promise, resolve, reject } = Promise.withResolvers()
    const lines = [{ merchandiseId: `gid://shopify/ProductVariant/${form.get('id')}`, quantity: Number(form.get('quantity')) }]
    this.dispatchEvent(Object.assign(new Event(LINES_UPDATE, { bubbles: true }), { action: 'add', context: 'product', lines, promise }))
    const parts = [...document.querySelectorAll('cart-items-component')]
    if (parts.length > 0) form.append('sections', parts.map(({ id }) => id).join())
    try {
      const answer = await (await fetch(`${shopify.routes.root}cart/add.js`, { method: 'POST', body: form })).json()
      const cart = await (await fetch(`${shopify.routes.root}cart.js`)).json()
      const detail = { itemCount: cart.item_count, sections: answer.sections, didError: Boolean(answer.status) }
      resolve({ cart: { totalQuantity: cart.item_count }, detail })
      const refusal = this.querySelector('[role=alert]')
      if (refusal) refusal.textContent = answer.status ? answer.description : ''
    } catch (error) {
      reject(error)
    }
  }
}

const parts = { CartIcon, CartItemsComponent, ThemeDrawer, CartDrawerComponent, ProductFormComponent }
for (const [name, part] of Object.entries(parts)) customElements.define(name.replace(/\B[A-Z]/g, '-$&').toLowerCase(), part)

document.addEventListener('DOMContentLoaded', () => {
  const drawer = document.querySelector('theme-drawer')
  shopify.actions?.updateCart.configure({ eventTarget: () => drawer ?? document })
  shopify.actions?.openCart.configure({
    handler: async () => (drawer instanceof ThemeDrawer ? drawer.open() : location.assign(`${shopify.routes.root}cart`)),
  })
})
