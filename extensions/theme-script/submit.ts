import { addToCart } from './add-to-cart.ts'
import { isTicked, itemsOf, rowsOf } from './items.ts'
import { publish } from './publish.ts'

/** Adds what a form offers without leaving the page; whatever cannot be done, is left to the form. */
export async function submit(element: HTMLElement, form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  if (form.ariaBusy) return
  // Every block of ours says both.
  const { adding, added } = element.dataset as { adding: string; added: string }
  const label = form.querySelector('[data-label]')?.textContent ?? ''
  form.ariaBusy = 'true'
  write(form, adding)
  // What was pressed is painted first: the rest has a task of its own.
  await new Promise((then) => setTimeout(then))
  try {
    const refusal = await addToCart(element, itemsOf(form), signal)
    const card = form.closest('[data-offer]')
    if (!refusal) publish('added', card ? [card] : rowsOf(form).filter(isTicked))
    write(form, refusal ? label : added, refusal ?? added, refusal !== undefined)
  } catch {
    if (!signal.aborted) form.submit()
  } finally {
    form.ariaBusy = null
  }
}

/** `news` is for screen readers; seen by everybody where it is a refusal. */
function write(form: HTMLFormElement, label: string, news = '', isRefusal = false): void {
  const button = form.querySelector('[data-label]')
  const status = form.querySelector('[role=status]')
  if (button) button.textContent = label
  if (status) status.textContent = news
  status?.classList.toggle('tandem__hidden', !isRefusal)
}
