const sheet = document.createElement('style')
sheet.textContent = 'ui-nav-menu, ui-title-bar, ui-save-bar { display: none } ui-modal:not([open]) { display: none }'
document.head.append(sheet)

/** Calls back now and whenever something inside the element changes. */
const watched = (/** @type {HTMLElement} */ element, /** @type {() => void} */ changed) => {
  new MutationObserver(changed).observe(element, { childList: true, subtree: true, characterData: true, attributes: true })
  changed()
}

const labelOf = (/** @type {Element} */ button) => button.textContent?.trim() || button.getAttribute('label') || ''
const buttonsOf = (/** @type {Element} */ element) =>
  [...element.querySelectorAll('button, a')].map((button) => ({
    label: labelOf(button),
    primary: button.getAttribute('variant') === 'primary',
  }))

class NavMenu extends HTMLElement {
  connectedCallback() {
    watched(this, () => {
      const links = [...this.querySelectorAll('a')]
      tell(
        'navMenu',
        links.map((link) => ({ label: labelOf(link), path: link.getAttribute('href'), isHome: link.getAttribute('rel') === 'home' })),
      )
    })
  }
}

class TitleBar extends HTMLElement {
  connectedCallback() {
    if (this.closest('ui-modal')) return
    watched(this, () => tell('titleBar', { title: this.getAttribute('title') ?? '', buttons: buttonsOf(this) }))
  }

  disconnectedCallback() {
    tell('titleBar', { title: '', buttons: [] })
  }
}
heard['titleBarButton'] = ({ at }) => /** @type {HTMLElement} */ (document.querySelectorAll('ui-title-bar :is(button, a)')[at])?.click()

/** @type {SaveBar | null} The one whose bar the frame shows. */
let shownBar = null

class SaveBar extends HTMLElement {
  get showing() {
    return shownBar === this
  }

  async show() {
    shownBar = this
    tell('saveBar', { shown: true })
    this.dispatchEvent(new CustomEvent('show'))
  }

  async hide() {
    if (shownBar !== this) return
    shownBar = null
    tell('saveBar', { shown: false })
    this.dispatchEvent(new CustomEvent('hide'))
  }

  async toggle() {
    return this.showing ? this.hide() : this.show()
  }

  disconnectedCallback() {
    void this.hide()
  }
}
heard['save'] = () => /** @type {HTMLElement} */ (shownBar?.querySelector('button[variant=primary]'))?.click()
heard['discard'] = () => /** @type {HTMLElement} */ (shownBar?.querySelector('button:not([variant=primary])'))?.click()

class Modal extends HTMLElement {
  #dialog = document.createElement('dialog')

  constructor() {
    super()
    this.#dialog.append(document.createElement('slot'))
    this.#dialog.style.cssText = 'border: 0; border-radius: 12px; padding: 0; min-width: min(36rem, 90vw)'
    this.#dialog.addEventListener('close', () => {
      this.removeAttribute('open')
      this.dispatchEvent(new CustomEvent('hide'))
    })
    this.attachShadow({ mode: 'open' }).append(this.#dialog)
  }

  async show() {
    this.setAttribute('open', '')
    this.#dialog.showModal()
    this.dispatchEvent(new CustomEvent('show'))
  }

  async hide() {
    this.#dialog.close()
  }

  async toggle() {
    return this.#dialog.open ? this.hide() : this.show()
  }
}

for (const [name, type] of Object.entries({ 'ui-nav-menu': NavMenu, 'ui-title-bar': TitleBar, 'ui-save-bar': SaveBar, 'ui-modal': Modal }))
  if (!customElements.get(name)) customElements.define(name, type)
