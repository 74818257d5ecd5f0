/** The whole catalogue in one bulk export: two levels deep, four connections. */
export const CATALOG_EXPORT = `#graphql
  query CatalogExport {
    products {
      edges {
        node {
          id
          handle
          title
          productType
          vendor
          tags
          status
          publishedAt
          isGiftCard
          requiresSellingPlan
          createdAt
          updatedAt
          category { fullName }
          descriptionHtml
          options { name }
          featuredMedia { preview { image { url } } }
          variantsCount { count }
          variants {
            edges {
              node {
                id
                title
                price
                compareAtPrice
                availableForSale
                sku
                inventoryQuantity
                selectedOptions { name value }
                inventoryItem { tracked unitCost { amount } }
              }
            }
          }
          collections { edges { node { id title } } }
          metafields { edges { node { id namespace key type value } } }
        }
      }
    }
  }` as const

/** One product with everything the export gives, a page of what hangs on it at a time. */
export const PRODUCT_NOW = `#graphql
  query ProductNow($id: ID!, $variantsAfter: String, $collectionsAfter: String, $metafieldsAfter: String) {
    product(id: $id) {
      id
      handle
      title
      productType
      vendor
      tags
      status
      publishedAt
      isGiftCard
      requiresSellingPlan
      createdAt
      updatedAt
      category { fullName }
      descriptionHtml
      options { name }
      featuredMedia { preview { image { url } } }
      variants(first: 100, after: $variantsAfter) {
        nodes {
          id
          title
          price
          compareAtPrice
          availableForSale
          sku
          inventoryQuantity
          selectedOptions { name value }
          inventoryItem { tracked unitCost { amount } }
        }
        pageInfo { hasNextPage endCursor }
      }
      collections(first: 100, after: $collectionsAfter) {
        nodes { id title }
        pageInfo { hasNextPage endCursor }
      }
      metafields(first: 100, after: $metafieldsAfter) {
        nodes { id namespace key type value }
        pageInfo { hasNextPage endCursor }
      }
    }
  }` as const

/** A collection's name and a page of its products. */
export const COLLECTION_NOW = `#graphql
  query CollectionNow($id: ID!, $after: String) {
    collection(id: $id) {
      id
      title
      products(first: 250, after: $after) {
        nodes { id }
        pageInfo { hasNextPage endCursor }
      }
    }
  }` as const

/** A page of all collections, those without a product included: the catalogue's export does not name them. */
export const COLLECTIONS = `#graphql
  query Collections($after: String) {
    collections(first: 250, after: $after) {
      nodes { id title }
      pageInfo { hasNextPage endCursor }
    }
  }` as const

/** Whose stock these inventory items are. */
export const ITEMS_PRODUCTS = `#graphql
  query ItemsProducts($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on InventoryItem { id variant { product { id } } }
    }
  }` as const

/** What metaobjects are called. */
export const METAOBJECTS = `#graphql
  query Metaobjects($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Metaobject { id displayName }
    }
  }` as const
