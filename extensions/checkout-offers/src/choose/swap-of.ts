import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { Choice, Offer } from '../offers.ts'
import type { PageLine } from '../read/visit-of.ts'
import { lineOf } from './line-of.ts'

/** A line of the order, and the choice of another product that may take its place. */
export interface Swap {
  readonly line: PageLine
  readonly choice: Choice
  /** What the order comes to more, in whole units of the currency; below zero where it is less. */
  readonly difference: number
}

/**
 * How an offer would take the place of a product in the order, with as many pieces: by its only choice, or by the one that is called as the
 * line's own. Undefined where no choice can be made for the shopper, where something hangs on the line, and where it is a subscription.
 */
export function swapOf(beside: ProductId, { choices }: Offer, lines: readonly PageLine[]): Swap | undefined {
  const line = lineOf(beside, lines)
  if (!line || line.merchandise.sellingPlan || lines.some(({ parentRelationship }) => parentRelationship?.parent.id === line.id))
    return undefined
  const own = (line.merchandise.selectedOptions ?? []).map(({ value }) => value).join(' / ')
  const choice = choices.length === 1 ? choices[0] : choices.find(({ title }) => title === own)
  const paid = line.cost?.totalAmount
  if (!choice || !paid || paid.currencyCode !== choice.currency || !isWithin(line.quantity, choice)) return undefined
  return { line, choice, difference: choice.amount * line.quantity - paid.amount }
}

function isWithin(quantity: number, { rule: { minimum, maximum, increment } }: Choice): boolean {
  return quantity >= minimum && (maximum === null || quantity <= maximum) && quantity % Math.max(1, increment) === 0
}
