/** What the exports below say where the first day belongs. */
const FIRST_DAY = '1970-01-01'

/** The orders that the shop lets us see: 60 days of them, or all with `read_all_orders`. */
const ORDER_EXPORT = `#graphql
  query OrderExport {
    orders(query: "created_at:>=1970-01-01") {
      edges {
        node {
          id
          createdAt
          updatedAt
          cancelledAt
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
                customAttributes { key value }
              }
            }
          }
        }
      }
    }
  }` as const

/** The same for shops that did not grant `read_customers`: Shopify refuses the whole of an export that asks for one. */
const ORDER_EXPORT_WITHOUT_CUSTOMERS = `#graphql
  query OrderExportWithoutCustomers {
    orders(query: "created_at:>=1970-01-01") {
      edges {
        node {
          id
          createdAt
          updatedAt
          cancelledAt
          lineItems {
            edges {
              node {
                id
                quantity
                currentQuantity
                product { id }
                variant { id }
                originalUnitPriceSet { shopMoney { amount currencyCode } }
                customAttributes { key value }
              }
            }
          }
        }
      }
    }
  }` as const

/** The export of all orders since a day (`2024-10-01`) that the granted scopes allow. */
export function orderExport(scopes: readonly string[], since: string): string {
  const document = scopes.includes('read_customers') ? ORDER_EXPORT : ORDER_EXPORT_WITHOUT_CUSTOMERS
  return document.replace(FIRST_DAY, since)
}
