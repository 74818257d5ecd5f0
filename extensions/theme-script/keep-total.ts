import { isTicked, rowsOf, variantOf } from './items.ts'
import { moneyLike } from './money.ts'

/** A set's total and what its button says follow what is ticked and which variants are chosen. */
export function keepTotal(form: HTMLFormElement, signal: AbortSignal): void {
  const { sample } = form.dataset
  if (sample === undefined) return
  const money = moneyLike(sample)
  const draw = () => {
    const ticked = rowsOf(form).filter(isTicked)
    const total = ticked.reduce((sum, row) => sum + centsOf(row), 0)
    const [button, label, output] = ['button', '[data-label]', 'output'].map((part) => form.querySelector<HTMLElement>(part))
    if (label) label.textContent = form.dataset[`add-${ticked.length || 1}`] ?? ''
    if (output) output.textContent = money(total)
    if (button instanceof HTMLButtonElement) button.disabled = ticked.length === 0
  }
  form.addEventListener('change', draw, { signal })
  draw()
}

function centsOf(row: HTMLElement): number {
  const variant = variantOf(row)
  const chosen = variant instanceof HTMLSelectElement ? variant.selectedOptions[0] : variant
  return Number(chosen?.dataset['cents']) * (Number(row.dataset['quantity']) || 1)
}
