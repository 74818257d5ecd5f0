// @ts-check
if (!customElements.get('tandem-offers')) {
  /**
   * What themes of Dawn's family offer to code that fills the cart.
   * @typedef {HTMLElement & { getSectionsToRender?: () => { id: string }[], renderContents?: (answer: unknown) => void }} ThemeCart
   */

  /**
   * Adds an offered product without leaving the page. The forms inside work without this element: whatever it cannot do, it
   * leaves to them. After each addition it dispatches `cart:update` (bubbling), which themes of Horizon's family listen for:
   * `detail` is `{ resource, sourceId, data: { itemCount, source, sections } }`, where `resource` is the cart as `/cart.js` gives it.
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
        const refusal = await this.#add(form)
        const added = this.dataset.added ?? add
        this.#write(form, refusal ? add : added, refusal ?? added, Boolean(refusal))
      } catch {
        if (!this.#life.signal.aborted) form.submit()
      } finally {
        form.removeAttribute('aria-busy')
      }
    }

    /**
     * Throws where the cart did not answer in a way that can be told to a shopper.
     * @param {HTMLFormElement} form
     * @returns {Promise<string | undefined>} why the cart refused, in the shopper's language
     */
    async #add(form) {
      /** @type {ThemeCart | null} */
      const themeCart = document.querySelector('cart-notification, cart-drawer')
      const body = new FormData(form)
      const sections = themeCart?.getSectionsToRender?.().map((section) => section.id)
      if (sections) body.append('sections', sections.join())
      const response = await this.#fetch(this.dataset.addUrl, { method: 'POST', body })
      const answer = await response.json()
      if (!response.ok) {
        if (!answer.description) throw response
        return String(answer.description)
      }
      if (sections) themeCart?.renderContents?.(answer)
      await this.#announce(answer.sections).catch(() => {})
    }

    /** @param {unknown} sections */
    async #announce(sections) {
      const resource = await (await this.#fetch(this.dataset.cartUrl)).json()
      const data = { itemCount: resource.item_count, source: 'tandem-offers', sections }
      this.dispatchEvent(new CustomEvent('cart:update', { bubbles: true, detail: { resource, sourceId: this.id, data } }))
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
