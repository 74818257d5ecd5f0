/** What Shopify calls the things that a topic's bodies are of, by the topic's beginning. */
const KINDS: Readonly<Record<string, string>> = {
  collections: 'Collection',
  inventory_items: 'InventoryItem',
  inventory_levels: 'InventoryLevel',
  orders: 'Order',
  products: 'Product',
  refunds: 'Refund',
}

/**
 * Why a body cannot be of its topic, which is no more signed than the shop is: it says itself that it is of something else. Most
 * bodies say what they are of; those of deletions hold an id alone. Undefined where nothing speaks against it.
 */
export function otherKind(topic: string, body: Readonly<Record<string, unknown>>): string | undefined {
  const kind = KINDS[topic.slice(0, topic.indexOf('/'))]
  const said = body['admin_graphql_api_id']
  if (kind === undefined || typeof said !== 'string' || said.startsWith(`gid://shopify/${kind}/`)) return undefined
  return `admin_graphql_api_id: is no ${kind}`
}
