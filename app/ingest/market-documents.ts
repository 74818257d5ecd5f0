/** A page of the markets that visitors belong to by where they are, each with the catalogs that are its own. */
export const MARKETS = `#graphql
  query Markets($after: String) {
    markets(first: 25, after: $after, type: REGION) {
      nodes {
        handle
        name
        status
        catalogs(first: 20) {
          nodes { status publication { id } }
          pageInfo { hasNextPage }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }` as const

/** What is published in one publication; its id stands where the zero does. */
const PUBLICATION_EXPORT = `#graphql
  query PublicationExport {
    publication(id: "gid://shopify/Publication/0") {
      id
      products { edges { node { id } } }
    }
  }` as const

/** `publication` is its global id. */
export function publicationExport(publication: string): string {
  return PUBLICATION_EXPORT.replace('gid://shopify/Publication/0', publication)
}
