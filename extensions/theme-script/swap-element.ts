import { publish } from './publish.ts'
import { trade, type Line } from './trade.ts'

/** Puts what a card offers, or a plan for the same, in the place of a line of the cart, at the shopper's press; and back again at another. */
export class TandemSwap extends HTMLElement {
  /** What took the other's place, and the other. */
  #swapped: { readonly now: Line; readonly before: Line } | undefined

  connectedCallback() {
    const button = this.querySelector('button')
    if (button) button.onclick = () => void this.#press(button)
  }

  async #press(button: HTMLElement) {
    const isUndo = this.#swapped !== undefined
    const plans = this.querySelector('select')
    if (button.ariaBusy || (!isUndo && plans && !plans.reportValidity())) return
    button.ariaBusy = 'true'
    const { line = '', variant = '', quantity, soldBy = '', done, undo, undone, failed } = this.dataset
    const { now, before } = this.#swapped ?? {}
    const plan = plans?.value ?? this.dataset['plan']
    const into = before ?? { id: +variant, quantity: +quantity!, properties: { _tandem: soldBy } }
    try {
      const traded = await trade(this, now ?? { key: line, quantity: +quantity! }, into, plan && (isUndo ? null : plan))
      if (typeof traded === 'string') return this.#say(traded || failed)
      this.#swapped = isUndo ? undefined : { now: traded.into, before: traded.out }
      this.toggleAttribute('data-swapped', !isUndo)
      this.dataset['line'] = traded.into.key
      const label = button.querySelector('[data-label]')!
      if (!isUndo) this.dataset['swap'] = label.textContent
      label.textContent = (isUndo ? this.dataset['swap'] : undo) ?? ''
      this.#say(isUndo ? undone : done)
      const card = this.closest('li')
      if (!isUndo && card) {
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
