import type { Body } from './read-body.ts'
import type { CartLine } from './cart.ts'

/** A line before it is known which one it is nested under. */
export interface AskedLine extends Omit<CartLine, 'parent'> {
  /** A variant that is in the cart, or asked for before it in the same request. */
  readonly parentVariantId?: number
  readonly parentKey?: string
}

/** The lines that an `add` asks for. `isList` tells `{ items: [...] }`, which is answered in kind. */
export function readAddition(body: Body): { readonly lines: readonly AskedLine[]; readonly isList: boolean } {
  const items = body['items']
  const isList = typeof items === 'object' && items !== null
  const asked = isList ? Object.values(items) : [body]
  return { isList, lines: asked.map((item) => readLine(item as Body)) }
}

function readLine(item: Body): AskedLine {
  return {
    ...(item['parent_id'] !== undefined && { parentVariantId: Number(item['parent_id']) }),
    ...(item['parent_line_key'] !== undefined && { parentKey: String(item['parent_line_key']) }),
    variantId: Number(item['id']),
    quantity: Math.max(1, Math.trunc(Number(item['quantity'] ?? 1)) || 1),
    properties: readWords(item['properties']),
    ...readPlan(item),
  }
}

/** Which plan is asked for, of a line that is to have one. */
export function readPlan(item: Body): { readonly sellingPlanId?: number } {
  const asked = item['selling_plan']
  return asked === undefined || asked === null || asked === '' ? {} : { sellingPlanId: Number(asked) }
}

/** Names with words; empty values are dropped, as a form's untouched fields are. */
export function readWords(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  const words = Object.entries(value).filter(([, word]) => word !== null && word !== '')
  return Object.fromEntries(words.map(([name, word]) => [name, String(word)]))
}

/** Key, variant id or place in the cart → wanted quantity. */
export function readQuantities(body: Body): ReadonlyMap<string, number> {
  const updates = body['updates']
  if (typeof updates !== 'object' || updates === null) return new Map()
  return new Map(Object.entries(updates).map(([name, quantity]) => [name, Number(quantity) || 0]))
}
