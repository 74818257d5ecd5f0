import type { OrderId } from '#app/commerce/ids.ts'

/** The order that somebody names by Shopify's number of it, or by pasting the address of its page; undefined where they name none. */
export function orderIn(text: string): OrderId | undefined {
  const [, number] = /^(?:.*\/orders\/|#?)([1-9]\d{0,15})(?:[/?#].*)?$/i.exec(text.trim()) ?? []
  const id = Number(number)
  return number !== undefined && Number.isSafeInteger(id) ? (id as OrderId) : undefined
}
