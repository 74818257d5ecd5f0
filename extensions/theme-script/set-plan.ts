import { send, tell, type Line, type Traded } from './trade.ts'

/**
 * Has a line of the cart by a plan, or with `null` bought once, in one change of Shopify's own, with what is to be written on it. Why
 * nothing was done in words for the shopper, which may be empty.
 */
export async function setPlan(
  element: HTMLElement,
  key: string,
  plan: number | null,
  properties: (line: Line) => object,
): Promise<Traded | string> {
  const { cartUrl = '', changeUrl = '' } = element.dataset
  const line = ((await send(cartUrl)).items as Line[]).find((one) => one.key === key)
  if (!line) return ''
  const { id, quantity } = line
  const changed = await send(changeUrl, { id: key, quantity, selling_plan: plan, properties: properties(line) })
  // Another line holds the variant in no cart that this is offered in.
  const now = ((changed.items ?? []) as Line[]).find((one) => one.id === id)
  if (!now) return String(changed.description ?? '')
  return { into: now, out: line, tell: () => tell(element, changed, [now]) }
}
