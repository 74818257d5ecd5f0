/** Keys of the product metafields, in the namespace that is reserved for this app. */
export const OFFERS_KEY = 'offers'
export const NOTES_KEY = 'offer_notes'
/** Of the shop alone: how it is measured. */
export const MEASURE_KEY = 'measure'
/** Of products: what is said of each, by language. */
export const COPY_KEY = 'copy'
/** Of the shop alone: what stands over slots, by language. */
export const HEADINGS_KEY = 'headings'
export const NAMESPACE = '$app'

export const DEFINE_METAFIELD = `#graphql
  mutation DefineMetafield($definition: MetafieldDefinitionInput!) {
    metafieldDefinitionCreate(definition: $definition) {
      createdDefinition { id }
      userErrors { field message code }
    }
  }` as const

export const SET_METAFIELDS = `#graphql
  mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      metafields { key compareDigest owner { ... on Product { id updatedAt } ... on Shop { id } } }
      userErrors { field message code elementIndex }
    }
  }` as const

export const DELETE_METAFIELDS = `#graphql
  mutation DeleteMetafields($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) {
      deletedMetafields { ownerId }
      userErrors { field message }
    }
  }` as const

/** When products were last changed, our own writing to them included. */
export const PRODUCT_STAMPS = `#graphql
  query ProductStamps($products: [ID!]!) {
    nodes(ids: $products) {
      ... on Product { id updatedAt }
    }
  }` as const

/** What stands beside some products, or the shop itself, now. */
export const SLOTS_NOW = `#graphql
  query SlotsNow($owners: [ID!]!) {
    nodes(ids: $owners) {
      ... on Product {
        id
        offers: metafield(namespace: "$app", key: "offers") { value compareDigest }
        notes: metafield(namespace: "$app", key: "offer_notes") { value compareDigest }
      }
      ... on Shop {
        id
        offers: metafield(namespace: "$app", key: "offers") { value compareDigest }
        notes: metafield(namespace: "$app", key: "offer_notes") { value compareDigest }
      }
    }
  }` as const

/** What stands beside every product of the shop, what rules give off among it, in one bulk export. */
export const SLOTS_EXPORT = `#graphql
  query SlotsExport {
    products {
      edges {
        node {
          id
          offers: metafield(namespace: "$app", key: "offers") { compareDigest }
          notes: metafield(namespace: "$app", key: "offer_notes") { compareDigest }
          deals: metafield(namespace: "$app", key: "deals") { compareDigest }
        }
      }
    }
  }` as const
