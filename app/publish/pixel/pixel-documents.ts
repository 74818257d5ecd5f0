/** Shopify finds an app's own pixel without its id, since 2023-04. */
export const PIXEL_NOW = `#graphql
  query PixelNow {
    webPixel { id settings }
  }` as const

export const CREATE_PIXEL = `#graphql
  mutation CreatePixel($settings: JSON!) {
    webPixelCreate(webPixel: { settings: $settings }) {
      webPixel { id }
      userErrors { field message code }
    }
  }` as const

export const UPDATE_PIXEL = `#graphql
  mutation UpdatePixel($id: ID!, $settings: JSON!) {
    webPixelUpdate(id: $id, webPixel: { settings: $settings }) {
      webPixel { id }
      userErrors { field message code }
    }
  }` as const

export const DELETE_PIXEL = `#graphql
  mutation DeletePixel($id: ID!) {
    webPixelDelete(id: $id) {
      deletedWebPixelId
      userErrors { field message code }
    }
  }` as const
