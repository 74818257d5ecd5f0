import type { AdminOperations } from '@shopify/admin-api-client'
import type { AdminApi } from '#app/shopify.server.ts'

type Asked = Parameters<AdminApi['graphql']>[1]
type Answer<Document extends keyof AdminOperations> = AdminOperations[Document]['return']

/** Shopify answered, but not with data. */
export class ShopifyRefused extends Error {
  override name = 'ShopifyRefused'
}

/**
 * Runs one of our GraphQL documents and returns its data. Throws ShopifyRefused when the answer holds no data; what the
 * official client throws (network, 401, GraphQL errors) passes through.
 */
export async function ask<Document extends keyof AdminOperations>(
  admin: AdminApi,
  document: Document,
  variables?: AdminOperations[Document]['variables'],
): Promise<Answer<Document>> {
  const response = await admin.graphql(document, { variables } as Asked)
  const { data } = (await response.json()) as { data?: Answer<Document> | null }
  if (data === undefined || data === null) throw new ShopifyRefused('Shopify answered without data')
  return data
}

/** Throws ShopifyRefused with every message when a mutation reports errors of its input. */
export function refuseUserErrors(errors: readonly { readonly message: string; readonly field?: readonly string[] | null }[]): void {
  if (errors.length === 0) return
  throw new ShopifyRefused(errors.map(({ field, message }) => (field ? `${field.join('.')}: ${message}` : message)).join('; '))
}
