import { keepTotal } from './keep-total.ts'
import { makePersonal } from './personal.ts'
import { submit } from './submit.ts'

/** A slot of offers. The forms inside work without it. */
export class TandemOffers extends HTMLElement {
  #life = new AbortController()

  connectedCallback() {
    const { signal } = (this.#life = new AbortController())
    this.addEventListener(
      'submit',
      (event) => {
        event.preventDefault()
        void submit(this, event.target as HTMLFormElement, signal)
      },
      { signal },
    )
    for (const form of this.querySelectorAll('form')) keepTotal(form, signal)
    makePersonal(this, signal)
  }

  disconnectedCallback() {
    this.#life.abort()
  }
}
