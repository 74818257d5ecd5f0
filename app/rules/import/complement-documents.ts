/**
 * What Search & Discovery pairs by hand stands in a metafield that Shopify defines itself. Asked through its definition,
 * only products that bear it are listed.
 */
export const COMPLEMENTS = `#graphql
  query Complements($after: String) {
    metafieldDefinition(identifier: {
      ownerType: PRODUCT, namespace: "shopify--discovery--product_recommendation", key: "complementary_products"
    }) {
      metafields(first: 250, after: $after) {
        nodes { value owner { ... on Product { id } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }` as const

export const COUNT_COMPLEMENTS = `#graphql
  query CountComplements {
    metafieldDefinition(identifier: {
      ownerType: PRODUCT, namespace: "shopify--discovery--product_recommendation", key: "complementary_products"
    }) { metafieldsCount }
  }` as const
