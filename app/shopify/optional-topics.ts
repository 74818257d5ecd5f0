/**
 * Topics that Shopify lets an app hear of only with a scope that not every merchant grants: the app's configuration cannot name
 * them, so the app subscribes to them itself.
 */
export const OPTIONAL_TOPICS = [
  { topic: 'customers/merge', scope: 'read_customer_merge' },
  { topic: 'inventory_levels/update', scope: 'read_inventory' },
] as const
