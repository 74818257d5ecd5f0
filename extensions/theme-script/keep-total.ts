import { isTicked, rowsOf, variantOf } from './items.ts'
import { moneyLike } from './money.ts'

/** A set's prices, its total and what its button says follow what is ticked and which variants are chosen. */
export function keepTotal(form: HTMLFormElement, signal: AbortSignal): void {
  const { sample } = form.dataset
  if (!sample) return
  const money = moneyLike(sample)
  const draw = () => {
    const rows = rowsOf(form)
    for (const row of rows) {
      const price = row.querySelector('p bdi')
      if (price && row.querySelector('select')) price.textContent = money(centsOf(row))
    }
    const ticked = rows.filter(isTicked)
    // What comes off, comes off beside the page's own product.
    const isOff = isTicked(rows[0]!)
    const total = ticked.reduce((sum, row) => sum + centsOf(row) * +row.dataset['quantity']! - (isOff ? centsOf(row, 'off') : 0), 0)
    const output = form.querySelector('output')
    if (output) output.textContent = money(total)
    // A set has both.
    form.querySelector('[data-label]')!.textContent = form.dataset[`add-${ticked.length || 1}`]!
    form.querySelector('button')!.disabled = !ticked[0]
  }
  const changed = ({ target }: Event) => {
    follow(form.elements.namedItem('id'), target as HTMLSelectElement)
    draw()
  }
  document.addEventListener('change', changed, { signal })
  draw()
}

/** The set takes the variant that is chosen in the theme's own form. */
function follow(own: unknown, { name, value }: HTMLSelectElement): void {
  if (name === 'id' && own instanceof HTMLSelectElement && [...own.options].some((option) => option.value === value)) own.value = value
}

/** What one of it costs, or what comes off all that would be added of it. */
function centsOf(row: HTMLElement, what = 'cents'): number {
  const variant = variantOf(row)
  const chosen = variant instanceof HTMLSelectElement ? variant.selectedOptions[0] : variant
  return +(chosen!.dataset[what] || 0)
}
