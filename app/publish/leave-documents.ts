export const OUR_APP = `#graphql
  query OurApp {
    currentAppInstallation {
      id
      app { id }
      metafields(first: 250) { nodes { namespace key } }
    }
    shop {
      id
      metafields(first: 250) { nodes { namespace key } }
    }
  }` as const

/** Names alone of all metafields that we can see, a bulk export for each kind of owner that the app may write to. */
const PRODUCT_METAFIELDS = `#graphql
  query ProductMetafields {
    products { edges { node { id metafields { edges { node { namespace key } } } } } }
  }` as const

const VARIANT_METAFIELDS = `#graphql
  query VariantMetafields {
    productVariants { edges { node { id metafields { edges { node { namespace key } } } } } }
  }` as const

const COLLECTION_METAFIELDS = `#graphql
  query CollectionMetafields {
    collections { edges { node { id metafields { edges { node { namespace key } } } } } }
  }` as const

export const METAFIELD_EXPORTS = [PRODUCT_METAFIELDS, VARIANT_METAFIELDS, COLLECTION_METAFIELDS] as const

export const DEFINITIONS = `#graphql
  query Definitions($ownerType: MetafieldOwnerType!, $after: String) {
    metafieldDefinitions(ownerType: $ownerType, first: 100, after: $after) {
      nodes { id namespace }
      pageInfo { hasNextPage endCursor }
    }
  }` as const

export const DELETE_DEFINITION = `#graphql
  mutation DeleteDefinition($id: ID!) {
    metafieldDefinitionDelete(id: $id, deleteAllAssociatedMetafields: true) {
      deletedDefinitionId
      userErrors { field message code }
    }
  }` as const
