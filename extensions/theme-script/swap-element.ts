import { publish } from './publish.ts'
import { trade, type Line } from './trade.ts'

/** Puts what a card offers, or a plan for the same, in the place of a line of the cart, at the shopper's press; and back again at another. */
export class TandemSwap extends HTMLElement {
  /** What stood there before the last swap: the next press brings it back. */
  #before: Line | undefined

  connectedCallback() {
    const button = this.querySelector('button')
    if (button) button.onclick = () => void this.#press(button)
  }

  async #press(button: HTMLElement) {
    const before = this.#before
    const plans = this.querySelector('select')
    if (button.ariaBusy || (!before && plans && !plans.reportValidity())) return
    button.ariaBusy = 'true'
    const { line = '', variant = '', quantity, soldBy = '', done, undo, undone, failed } = this.dataset
    const plan = plans?.value ?? this.dataset['plan']
    const into = before ?? { id: +variant, quantity: +quantity!, properties: { _tandem: soldBy } }
    try {
      const traded = await trade(this, { key: line, quantity: +quantity! }, into, plan && (before ? null : plan))
      if (typeof traded === 'string') return this.#say(traded || failed)
      this.#before = before ? undefined : traded.out
      this.toggleAttribute('data-swapped', !before)
      this.dataset['line'] = traded.into.key
      const label = button.querySelector('[data-label]')!
      // What the other press says.
      this.dataset['undo'] = label.textContent
      label.textContent = undo ?? ''
      this.#say(before ? undone : done)
      const card = this.closest('li')
      if (!before && card) {
        card.dataset['soldBy'] = soldBy
        publish('added', [card])
      }
      traded.tell()
    } catch {
      this.#say(failed)
    } finally {
      button.ariaBusy = null
    }
  }

  #say(words = '') {
    const status = this.querySelector('[role=status]')
    if (status) status.textContent = words
  }
}
