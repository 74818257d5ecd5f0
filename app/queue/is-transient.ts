import { AccessLost, ShopifyUnreachable } from '#app/shopify/shopify-failures.ts'

/** SQLSTATE classes of trouble that passes: connection, transaction rollback, resources, operator, system. */
const PASSING = /^(08|40|53|55|57|58)/
/** What Node and the driver say of connections that broke. */
const BROKEN_LINE = /^(ECONN|EPIPE|ETIMEDOUT|EAI_|ENOTFOUND|EHOSTUNREACH|UND_ERR)/
const BROKEN_LINE_WORDS = /connection (terminated|ended|refused)|timeout exceeded|fetch failed/i

/** Whether the same work may succeed later because the trouble is not in the work: database, network or Shopify were away. */
export function isTransient(error: unknown): boolean {
  if (error instanceof AccessLost || error instanceof ShopifyUnreachable) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return PASSING.test(code) || BROKEN_LINE.test(code) || BROKEN_LINE_WORDS.test(error.message) || error.name === 'AbortError'
}
