export const ENABLE_STANDARD = `#graphql
  mutation EnableStandard($key: String!) {
    standardMetafieldDefinitionEnable(ownerType: PRODUCT, namespace: "shopify--discovery--product_recommendation", key: $key) {
      createdDefinition { id }
      userErrors { field message code }
    }
  }` as const

/** What stands in Shopify's own lists beside some products now. */
export const STANDARD_NOW = `#graphql
  query StandardNow($products: [ID!]!) {
    nodes(ids: $products) {
      ... on Product {
        id
        complementary: metafield(namespace: "shopify--discovery--product_recommendation", key: "complementary_products") { value compareDigest }
        related: metafield(namespace: "shopify--discovery--product_recommendation", key: "related_products") { value compareDigest }
      }
    }
  }` as const

/** The same beside every product of the shop, in one bulk export. */
export const STANDARD_EXPORT = `#graphql
  query StandardExport {
    products {
      edges {
        node {
          id
          complementary: metafield(namespace: "shopify--discovery--product_recommendation", key: "complementary_products") { value compareDigest }
          related: metafield(namespace: "shopify--discovery--product_recommendation", key: "related_products") { value compareDigest }
        }
      }
    }
  }` as const
