import type { PastOrder } from '../choose/due.ts'
import { productIn } from '../offers.ts'

/** Shopify itself answers, for the customer who is signed in: no request leaves their account. */
const CUSTOMER_ACCOUNT = 'shopify://customer-account/api/2026-07/graphql.json'
const ORDERS = `query { customer { orders(first: 50, sortKey: PROCESSED_AT, reverse: true) {
nodes { processedAt cancelledAt lineItems(first: 50) { nodes { productId } } } } } }`

interface Answer {
  readonly data?: {
    readonly customer?: {
      readonly orders?: {
        readonly nodes: readonly {
          readonly processedAt: string
          readonly cancelledAt: string | null
          readonly lineItems: { readonly nodes: readonly { readonly productId: string | null }[] }
        }[]
      }
    }
  }
}

/** The customer's last orders that stand, newest first; none where Shopify does not tell of them. */
export async function pastOrders(): Promise<PastOrder[]> {
  try {
    const body = JSON.stringify({ query: ORDERS })
    const answer = await fetch(CUSTOMER_ACCOUNT, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    const { data } = (await answer.json()) as Answer
    return (data?.customer?.orders?.nodes ?? []).flatMap(({ processedAt, cancelledAt, lineItems }) => {
      const at = Date.parse(processedAt)
      if (cancelledAt || Number.isNaN(at)) return []
      return [{ at, products: lineItems.nodes.flatMap(({ productId }) => productIn(productId ?? undefined) ?? []) }]
    })
  } catch {
    return []
  }
}
