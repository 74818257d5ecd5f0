// Not an element in the head: whoever draws the page takes it over, and would take away what they did not write.
const sheet = new CSSStyleSheet()
sheet.replaceSync('ui-nav-menu, ui-title-bar, ui-save-bar { display: none } ui-modal:not([open]) { display: none }')
document.adoptedStyleSheets.push(sheet)

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

/**
 * What has unsaved changes, whose bar the frame shows: an element, or a form with `data-save-bar`.
 * @typedef {{ save(): void, discard(): void, asksBeforeDiscarding?: boolean }} Unsaved
 * @type {Unsaved | null}
 */
let shownBar = null
const showBar = (/** @type {Unsaved} */ bar) => {
  shownBar = bar
  tell('saveBar', { shown: true, asks: bar.asksBeforeDiscarding ?? false })
}
const hideBar = (/** @type {Unsaved | undefined} */ bar) => {
  if (!bar || shownBar !== bar) return false
  shownBar = null
  tell('saveBar', { shown: false })
  return true
}
heard['save'] = () => shownBar?.save()
heard['discard'] = () => shownBar?.discard()
heard['left'] = () => hideBar(shownBar ?? undefined)

class SaveBar extends HTMLElement {
  get asksBeforeDiscarding() {
    return this.hasAttribute('discardconfirmation')
  }

  get showing() {
    return shownBar === this
  }

  save() {
    ;/** @type {HTMLElement | null} */ (this.querySelector('button[variant=primary]'))?.click()
  }

  discard() {
    ;/** @type {HTMLElement | null} */ (this.querySelector('button:not([variant=primary])'))?.click()
  }

  async show() {
    showBar(this)
    this.dispatchEvent(new CustomEvent('show'))
  }

  async hide() {
    if (hideBar(this)) this.dispatchEvent(new CustomEvent('hide'))
  }

  async toggle() {
    return this.showing ? this.hide() : this.show()
  }

  disconnectedCallback() {
    void this.hide()
  }
}

/** @type {WeakMap<HTMLFormElement, Unsaved>} */
const forms = new WeakMap()
const formOf = (/** @type {Event} */ { target }) =>
  /** @type {HTMLFormElement | null} */ (target instanceof Element ? target.closest('form[data-save-bar]') : null)
// A form that says so has a bar of its own from its first change on, until it is sent or put back.
for (const type of ['input', 'change'])
  document.addEventListener(type, (event) => {
    const form = formOf(event)
    if (!form) return
    const bar = forms.get(form) ?? {
      save: () => form.requestSubmit(),
      discard: () => form.reset(),
      asksBeforeDiscarding: form.hasAttribute('data-discard-confirmation'),
    }
    forms.set(form, bar)
    if (shownBar !== bar) showBar(bar)
  })
for (const type of ['submit', 'reset'])
  document.addEventListener(type, (event) => {
    const form = formOf(event)
    if (form) hideBar(forms.get(form))
  })

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
