/** By the beginning of the topic's name; the longest that fits counts. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  ORDERS: ['read_orders'],
  REFUNDS: ['read_orders'],
  PRODUCTS: ['read_products'],
  COLLECTIONS: ['read_products'],
  INVENTORY_ITEMS: ['read_inventory', 'read_products'],
  INVENTORY_LEVELS: ['read_inventory'],
  CUSTOMERS: ['read_customers'],
  CUSTOMERS_MERGE: ['read_customer_merge'],
}

/** What privacy law asks for is told to every app, whatever it may read. */
export const COMPLIANCE: readonly string[] = ['CUSTOMERS_DATA_REQUEST', 'CUSTOMERS_REDACT', 'SHOP_REDACT']

/** Topics by whose bodies an app hears of a customer, whatever it may read. */
const OF_CUSTOMERS: readonly string[] = ['ORDERS', 'REFUNDS', 'CUSTOMERS']

export function isProtected(topic: string): boolean {
  return !COMPLIANCE.includes(topic) && OF_CUSTOMERS.some((beginning) => topic.startsWith(`${beginning}_`))
}

/** The scopes any one of which lets an app hear of the topic (`ORDERS_CREATE`); none where all may. */
export function scopesFor(topic: string): readonly string[] {
  if (COMPLIANCE.includes(topic)) return []
  const beginnings = Object.keys(SCOPES).filter((beginning) => `${topic}_`.startsWith(`${beginning}_`))
  const longest = beginnings.toSorted((one, other) => other.length - one.length)[0]
  return longest === undefined ? [] : SCOPES[longest]!
}

export function mayHear(topic: string, granted: Iterable<string>): boolean {
  const wanted = scopesFor(topic)
  const has = new Set([...granted].flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]))
  return wanted.length === 0 || wanted.some((scope) => has.has(scope))
}
