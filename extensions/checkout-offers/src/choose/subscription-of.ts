import type { ProductId } from '../../../../app/commerce/ids.ts'
import type { PageLine } from '../read/visit-of.ts'
import { lineOf } from './line-of.ts'

/** How a variant can be had again and again, and what a piece of it then costs, in whole units of the currency. */
export interface Plan {
  readonly id: string
  readonly name: string
  readonly amount: number
  readonly currency: string
}

/** A line that is bought once, and what it would come to by each of its plans. */
export interface Subscription {
  readonly line: PageLine
  /** `difference` is what the order comes to more; below zero where it is less. */
  readonly plans: readonly (Plan & { readonly difference: number })[]
}

/**
 * How a product in the order can be had by subscription, with as many pieces. Undefined where it has no plan, is one already, hangs on
 * another or has something hanging on it, or stands in several lines: what is changed could then not be told from the rest.
 */
export function subscriptionOf(
  product: ProductId,
  plans: ReadonlyMap<string, readonly Plan[]>,
  lines: readonly PageLine[],
): Subscription | undefined {
  const line = lineOf(product, lines)
  if (!line || line.merchandise.sellingPlan || lines.some((one) => one !== line && isTiedTo(one, line))) return undefined
  const paid = line.cost?.totalAmount
  const known = (plans.get(line.merchandise.id ?? '') ?? []).filter(({ currency }) => currency === paid?.currencyCode)
  if (!paid || known.length === 0) return undefined
  return { line, plans: known.map((plan) => ({ ...plan, difference: plan.amount * line.quantity - paid.amount })) }
}

function isTiedTo(other: PageLine, line: PageLine): boolean {
  return other.parentRelationship?.parent.id === line.id || other.merchandise.id === line.merchandise.id
}
