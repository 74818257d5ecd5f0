/** Key of the metafield beside a product that Shopify's function reads, in the app's own namespace; no storefront may. */
export const DEALS_KEY = 'deals'
/** Key of the metafield on a discount of ours that says which deals it is for. */
export const STACK_KEY = 'stack'

/** Whether a discount is still there: null where it is gone. */
export const DISCOUNT_NOW = `#graphql
  query DiscountNow($id: ID!) {
    automaticDiscountNode(id: $id) { id }
  }` as const

/** Every automatic discount of the shop, whoever made it. */
export const AUTOMATIC_DISCOUNTS = `#graphql
  query AutomaticDiscounts($after: String) {
    currentAppInstallation { app { id } }
    automaticDiscountNodes(first: 100, after: $after) {
      nodes {
        id
        automaticDiscount {
          __typename
          ... on DiscountAutomaticApp { appDiscountType { app { id } } title status discountClasses combinesWith { orderDiscounts productDiscounts shippingDiscounts } }
          ... on DiscountAutomaticBasic { title status discountClasses combinesWith { orderDiscounts productDiscounts shippingDiscounts } }
          ... on DiscountAutomaticBxgy { title status discountClasses combinesWith { orderDiscounts productDiscounts shippingDiscounts } }
          ... on DiscountAutomaticFreeShipping { title status combinesWith { orderDiscounts productDiscounts shippingDiscounts } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }` as const

export const CREATE_APP_DISCOUNT = `#graphql
  mutation CreateAppDiscount($discount: DiscountAutomaticAppInput!) {
    discountAutomaticAppCreate(automaticAppDiscount: $discount) {
      automaticAppDiscount { discountId }
      userErrors { field message code }
    }
  }` as const

export const UPDATE_APP_DISCOUNT = `#graphql
  mutation UpdateAppDiscount($id: ID!, $discount: DiscountAutomaticAppInput!) {
    discountAutomaticAppUpdate(id: $id, automaticAppDiscount: $discount) {
      automaticAppDiscount { discountId }
      userErrors { field message code }
    }
  }` as const

export const CREATE_BASIC_DISCOUNT = `#graphql
  mutation CreateBasicDiscount($discount: DiscountAutomaticBasicInput!) {
    discountAutomaticBasicCreate(automaticBasicDiscount: $discount) {
      automaticDiscountNode { id }
      userErrors { field message code }
    }
  }` as const

export const CREATE_BXGY_DISCOUNT = `#graphql
  mutation CreateBxgyDiscount($discount: DiscountAutomaticBxgyInput!) {
    discountAutomaticBxgyCreate(automaticBxgyDiscount: $discount) {
      automaticDiscountNode { id }
      userErrors { field message code }
    }
  }` as const

export const DELETE_DISCOUNT = `#graphql
  mutation DeleteDiscount($id: ID!) {
    discountAutomaticDelete(id: $id) {
      deletedAutomaticDiscountId
      userErrors { field message code }
    }
  }` as const
