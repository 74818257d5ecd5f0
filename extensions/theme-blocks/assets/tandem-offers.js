// @ts-check
if (!customElements.get('tandem-offers')) {
  /**
   * What carts of Dawn's family offer, and what else may be on the page.
   * @typedef {HTMLElement & { getSectionsToRender?: () => { id: string }[], setActiveElement?: (element: Element | null) => void, renderContents?: (answer: unknown) => void }} ThemeCart
   * @typedef {{ Shopify?: { actions?: any }, publish?: (name: string, news: object) => unknown }} Page
   */
  const page = /** @type {Window & Page} */ (window)

  /** @param {number} cents @param {string} currencyCode */
  const cost = (cents, currencyCode) => ({ totalAmount: { amount: (cents / 100).toFixed(2), currencyCode } })

  /** The cart of `/cart.js` as the standard events tell it. @param {any} cart */
  const standardCart = ({ token, item_count, total_price, currency, items, discount_codes = [] }) => ({
    id: `gid://shopify/Cart/${token}`,
    totalQuantity: item_count,
    cost: cost(total_price, currency),
    lines: items.map((/** @type {any} */ item) => ({
      id: item.key,
      quantity: item.quantity,
      cost: cost(item.final_line_price, currency),
    })),
    discountCodes: discount_codes,
  })

  /**
   * Adds an offered product without leaving the page, and lets the theme's cart know as the theme's own button would. The forms
   * inside work without this element: whatever it cannot do, it leaves to them. Once the cart has answered, nothing is sent again.
   */
  class TandemOffers extends HTMLElement {
    #life = new AbortController()

    connectedCallback() {
      this.#life = new AbortController()
      this.addEventListener('submit', (event) => this.#submitted(event), { signal: this.#life.signal })
    }

    disconnectedCallback() {
      this.#life.abort()
    }

    /** @param {SubmitEvent} event */
    async #submitted(event) {
      const form = event.target
      if (!(form instanceof HTMLFormElement)) return
      event.preventDefault()
      if (form.getAttribute('aria-busy') === 'true') return
      const label = form.querySelector('[data-label]')
      const add = label?.textContent ?? ''
      form.setAttribute('aria-busy', 'true')
      this.#write(form, this.dataset.adding ?? add, '', false)
      try {
        const { updateCart } = page.Shopify?.actions ?? {}
        // Unless the theme has set it up, it reloads pages that it does not know, and opens no cart.
        const refusal = updateCart?.isDefault?.() === false ? await this.#act(updateCart, form) : await this.#add(form)
        const added = this.dataset.added ?? add
        this.#write(form, refusal ? add : added, refusal ?? added, Boolean(refusal))
      } catch {
        if (!this.#life.signal.aborted) form.submit()
      } finally {
        form.removeAttribute('aria-busy')
      }
    }

    /**
     * @param {(payload: object, options: object) => Promise<Record<'userErrors' | 'warnings', { code?: string, message: string }[] | undefined>>} updateCart
     * @param {HTMLFormElement} form
     * @returns {Promise<string | undefined>} why the cart refused
     */
    async #act(updateCart, form) {
      const entries = [...new FormData(form)].map(([name, value]) => [/^properties\[(.*)\]$/.exec(name)?.[1], String(value)])
      const attributes = entries.flatMap(([key, value]) => (key ? [{ key, value }] : []))
      const options = { event: { context: 'product', detail: { source: 'tandem-offers' } }, signal: this.#life.signal }
      const { userErrors = [], warnings = [] } = await updateCart({ lines: [{ ...this.#line(form), attributes }] }, options)
      // What is sold out is a warning there; others are about discounts and the like.
      return [...userErrors, ...warnings.filter(({ code }) => /STOCK$/.test(code ?? ''))][0]?.message
    }

    /**
     * Throws where the cart did not answer in a way that can be told to a shopper.
     * @param {HTMLFormElement} form
     * @returns {Promise<string | undefined>} why the cart refused
     */
    async #add(form) {
      /** @type {ThemeCart | null} */
      const themeCart = document.querySelector('cart-notification, cart-drawer')
      const body = new FormData(form)
      const ids = this.#sections(themeCart)
      if (ids[0]) body.append('sections', ids.join())
      body.append('sections_url', location.pathname)
      themeCart?.setActiveElement?.(document.activeElement)
      /** @type {(outcome: object) => void} */
      let resolve = () => {}
      /** @type {(error: unknown) => void} */
      let reject = () => {}
      const promise = new Promise((fulfil, refuse) => ([resolve, reject] = [fulfil, refuse]))
      promise.catch(() => {})
      const news = { action: 'add', context: 'product', lines: [this.#line(form)], promise }
      this.dispatchEvent(Object.assign(new Event('shopify:cart:lines-update', { bubbles: true }), news))
      try {
        const response = await this.#fetch(this.dataset.addUrl, { method: 'POST', body })
        const answer = await response.json()
        if (!response.ok && !answer.description) throw response
        await this.#tell(answer, themeCart, resolve).catch(reject)
        return response.ok ? undefined : String(answer.description)
      } catch (error) {
        reject(new DOMException('The form adds it', 'AbortError'))
        throw error
      }
    }

    /**
     * Where the theme shows the cart, at most as many as Shopify draws at once.
     * @param {ThemeCart | null} themeCart
     */
    #sections(themeCart) {
      const ids = themeCart?.getSectionsToRender?.().map(({ id }) => id) ?? []
      for (const part of document.querySelectorAll('cart-items-component[data-section-id]'))
        ids.push(part.getAttribute('data-section-id') ?? '')
      if (document.getElementById('cart-icon-bubble')) ids.push('cart-icon-bubble')
      return [...new Set(ids)].slice(0, 5)
    }

    /**
     * Lets every kind of theme know.
     * @param {any} answer
     * @param {ThemeCart | null} themeCart
     * @param {(outcome: object) => void} resolve
     */
    async #tell(answer, themeCart, resolve) {
      const { sections, status, description } = answer
      if (themeCart?.renderContents) !status && this.#hand(answer, themeCart)
      else if (sections?.['cart-icon-bubble']) {
        const bubble = new DOMParser().parseFromString(sections['cart-icon-bubble'], 'text/html').querySelector('.shopify-section')
        document.getElementById('cart-icon-bubble')?.replaceChildren(...(bubble?.childNodes ?? []))
      }
      const resource = await (await this.#fetch(this.dataset.cartUrl)).json()
      const data = { itemCount: resource.item_count, source: 'tandem-offers', sections, didError: Boolean(status) }
      const userErrors = status ? [{ message: description }] : []
      resolve({ cart: standardCart(resource), userErrors, detail: { ...data, items: resource.items } })
      if (!status) this.dispatchEvent(new CustomEvent('cart:update', { bubbles: true, detail: { resource, sourceId: this.id, data } }))
    }

    /**
     * What fails here is the theme's own: it is in the cart all the same.
     * @param {any} answer
     * @param {ThemeCart} themeCart
     */
    #hand(answer, themeCart) {
      try {
        page.publish?.('cart-update', { source: 'tandem-offers', productVariantId: answer.variant_id, cartData: answer })
        themeCart.renderContents?.(answer)
      } catch {}
      themeCart.classList.remove('is-empty')
    }

    /** @param {HTMLFormElement} form */
    #line(form) {
      const data = new FormData(form)
      return { merchandiseId: `gid://shopify/ProductVariant/${data.get('id')}`, quantity: Number(data.get('quantity')) || 1 }
    }

    /**
     * @param {string | undefined} url
     * @param {RequestInit} [init]
     */
    #fetch(url, init) {
      return fetch(url ?? '', { ...init, headers: { accept: 'application/json' }, signal: this.#life.signal })
    }

    /**
     * @param {HTMLFormElement} form
     * @param {string} label
     * @param {string} news for screen readers; seen by everybody where it is a refusal
     * @param {boolean} refused
     */
    #write(form, label, news, refused) {
      const button = form.querySelector('[data-label]')
      const status = form.querySelector('[role=status]')
      if (button) button.textContent = label
      if (status) status.textContent = news
      status?.classList.toggle('tandem__hidden', !refused)
    }
  }

  customElements.define('tandem-offers', TandemOffers)
}
