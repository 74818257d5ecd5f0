/** Every order that the shop lets us see: 60 days of them, or all with `read_all_orders`. */
export const ORDER_EXPORT = `#graphql
  query OrderExport {
    orders {
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
