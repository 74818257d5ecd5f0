/** Stand-ins for Shopify's elements, as far as our blocks use them. `home`: where the admin opens the app, which `app:` stands for. */
export function defineElements(home = ''): void {
  for (const name of ['s-stack', 's-grid', 's-text', 's-paragraph', 's-skeleton-paragraph', 's-option'])
    define(name, class extends Styled {})
  define('s-admin-block', class extends Section {})
  define('s-spinner', Spinner)
  define(
    's-link',
    class extends Link {
      override home = home
    },
  )
  define('s-heading', Heading)
  define('s-section', Section)
  define('s-product-thumbnail', Thumbnail)
  define('s-button', Button)
  define('s-select', Select)
}

const define = (name: string, element: CustomElementConstructor) => customElements.define(name, element)

class Styled extends HTMLElement {
  static observedAttributes = ['gridtemplatecolumns']

  attributeChangedCallback(name: string, _: string | null, value: string | null) {
    if (name === 'gridtemplatecolumns') this.style.gridTemplateColumns = value ?? ''
  }
}

class Heading extends HTMLElement {
  connectedCallback() {
    this.role = 'heading'
    this.ariaLevel = '2'
  }
}

/** With a heading of its own. */
class Section extends HTMLElement {
  static observedAttributes = ['heading']
  readonly #heading = document.createElement('h2')

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    this.#heading.style.cssText = 'margin: 0 0 1rem; font-size: 1.125rem'
    root.replaceChildren(this.#heading, document.createElement('slot'))
  }

  attributeChangedCallback() {
    this.#heading.textContent = this.getAttribute('heading')
  }
}

/** An address of the app's own begins with `app:`. */
class Link extends HTMLElement {
  static observedAttributes = ['href']
  readonly home: string = ''
  readonly #link = document.createElement('a')

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    this.#link.append(document.createElement('slot'))
    root.replaceChildren(this.#link)
    this.attributeChangedCallback()
  }

  attributeChangedCallback() {
    this.#link.href = (this.getAttribute('href') ?? '').replace(/^app:/, `${this.home}/`)
  }
}

class Spinner extends HTMLElement {
  static observedAttributes = ['accessibilitylabel']

  attributeChangedCallback() {
    this.role = 'status'
    this.textContent = this.getAttribute('accessibilitylabel')
  }
}

class Thumbnail extends HTMLElement {
  static observedAttributes = ['src', 'alt']

  attributeChangedCallback() {
    const src = this.getAttribute('src')
    const image = new Image(64, 64)
    image.alt = this.getAttribute('alt') ?? ''
    if (src) image.src = src
    this.replaceChildren(...(src ? [image] : []))
  }
}

/** A button, or a link where it has an address. */
class Button extends HTMLElement {
  static observedAttributes = ['href', 'loading', 'disabled', 'accessibilitylabel']

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.innerHTML = `<style>${BUTTON}</style>`
    const href = this.getAttribute('href')
    const inner = document.createElement(href ? 'a' : 'button')
    if (href) (inner as HTMLAnchorElement).href = href
    inner.append(document.createElement('slot'))
    root.append(inner)
    this.attributeChangedCallback()
    // Neither a form that it stands in nor its block hears a press that does not count.
    inner.addEventListener('click', (event) => this.#isOff() && event.stopPropagation())
    inner.setAttribute('type', 'button')
  }

  attributeChangedCallback() {
    const inner = this.shadowRoot?.querySelector('a, button')
    const label = this.getAttribute('accessibilitylabel')
    if (!inner) return
    if (label) inner.setAttribute('aria-label', label)
    if (inner instanceof HTMLAnchorElement) inner.href = this.getAttribute('href') ?? ''
    inner.toggleAttribute('disabled', this.#isOff())
    inner.ariaBusy = String(this.#isOn('loading'))
  }

  #isOn(name: string) {
    return this.hasAttribute(name) && this.getAttribute(name) !== 'false'
  }

  #isOff() {
    return this.#isOn('disabled') || this.#isOn('loading')
  }
}

class Select extends HTMLElement {
  static observedAttributes = ['label', 'placeholder', 'error']
  readonly #select = document.createElement('select')
  readonly #label = document.createElement('label')
  readonly #error = document.createElement('span')

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const style = document.createElement('style')
    style.textContent = SELECT
    this.#label.append(this.#select)
    root.replaceChildren(style, this.#label, this.#error)
    this.#select.onchange = () => this.dispatchEvent(new CustomEvent('change', { detail: { value: this.#select.value } }))
    new MutationObserver(() => this.#fill()).observe(this, { childList: true, subtree: true, characterData: true })
    this.#fill()
    this.attributeChangedCallback()
  }

  get value() {
    return this.#select.value
  }

  attributeChangedCallback() {
    this.#select.ariaLabel = this.getAttribute('label')
    this.#error.textContent = this.getAttribute('error')
    const [first] = this.#select.options
    if (first) first.textContent = this.getAttribute('placeholder')
  }

  #fill() {
    const chosen = this.#select.value
    const options = Array.from(
      this.querySelectorAll('s-option'),
      (option) => new Option(option.textContent, option.getAttribute('value') ?? ''),
    )
    this.#select.replaceChildren(new Option(this.getAttribute('placeholder') ?? '', ''), ...options)
    this.#select.value = chosen
  }
}

const BUTTON = `
  a, button { display: inline-block; font: inherit; font-weight: 600; padding: 0.6875rem 1rem; border: 1px solid #b5b5b5; border-radius: 0.5rem;
    background: #fff; color: #1a1a1a; cursor: pointer; text-decoration: none; white-space: nowrap; }
  a:hover, button:hover { background: #f4f4f4; }
  :focus-visible { outline: 2px solid #1a1a1a; outline-offset: 2px; }
  button[disabled] { color: #707070; background: #f0f0f0; cursor: default; }
  [aria-busy='true'] { color: transparent; }`
const SELECT = `
  label { display: grid; }
  select { font: inherit; padding: 0.6875rem; border: 1px solid #b5b5b5; border-radius: 0.5rem; background: #fff; }
  span { color: #b3261e; font-size: 0.875rem; }
  :focus-visible { outline: 2px solid #1a1a1a; outline-offset: 2px; }`
