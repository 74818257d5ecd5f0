/** What the exports below say where the search belongs. */
const SEARCH = 'processed_at:>=1970-01-01'

/** The orders that the shop lets us see: 60 days of them, or all with `read_all_orders`. */
const ORDER_EXPORT = `#graphql
  query OrderExport {
    orders(query: "processed_at:>=1970-01-01") {
      edges {
        node {
          id
          processedAt
          updatedAt
          cancelledAt
          test
          subtotalLineItemsQuantity
          taxesIncluded
          sourceName
          refundDiscrepancySet { shopMoney { amount currencyCode } }
          customAttributes { key value }
          customer { id }
          lineItems {
            edges {
              node {
                id
                quantity
                currentQuantity
                product { id }
                variant { id }
                originalUnitPriceSet { shopMoney { amount currencyCode } }
                discountAllocations { allocatedAmountSet { shopMoney { amount currencyCode } } }
                taxLines { priceSet { shopMoney { amount currencyCode } } }
                customAttributes { key value }
                lineItemGroup { id productId }
              }
            }
          }
        }
      }
    }
  }` as const

/** The orders wanted: all made since a day (`2024-10-01`), or of those only what changed since a moment (milliseconds). */
export interface OrdersWanted {
  readonly madeSince: string
  readonly changedSince: number | null
}

/** The export of the wanted orders that the granted scopes allow. */
export function orderExport(scopes: readonly string[], { madeSince, changedSince }: OrdersWanted): string {
  const changed = changedSince === null ? '' : ` updated_at:>='${new Date(changedSince).toISOString().slice(0, 19)}Z'`
  return asGranted(ORDER_EXPORT, scopes).replace(SEARCH, `processed_at:>=${madeSince}${changed}`)
}

/** Whose orders are now. */
export const ORDER_OWNERS = `#graphql
  query OrderOwners($ids: [ID!]!) {
    nodes(ids: $ids) { ... on Order { id customer { id } } }
  }` as const

/** One order with everything the export gives, a page of its lines at a time. */
export const ORDER_NOW = `#graphql
  query OrderNow($id: ID!, $after: String) {
    order(id: $id) {
      id
      processedAt
      updatedAt
      cancelledAt
      test
      taxesIncluded
      sourceName
      refundDiscrepancySet { shopMoney { amount currencyCode } }
      customAttributes { key value }
      customer { id }
      lineItems(first: 100, after: $after) {
        nodes {
          id
          quantity
          currentQuantity
          product { id }
          variant { id }
          originalUnitPriceSet { shopMoney { amount currencyCode } }
          discountAllocations { allocatedAmountSet { shopMoney { amount currencyCode } } }
          taxLines { priceSet { shopMoney { amount currencyCode } } }
          customAttributes { key value }
          lineItemGroup { id productId }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }` as const

const CUSTOMER = 'customer { id }'

/**
 * The document as the granted scopes allow it: Shopify refuses the whole of one that asks for customers without
 * `read_customers`. The answer then names none, which reading it allows for.
 */
export function asGranted<Document extends string>(document: Document, scopes: readonly string[]): Document {
  return scopes.includes('read_customers') ? document : (document.replace(CUSTOMER, '') as Document)
}
